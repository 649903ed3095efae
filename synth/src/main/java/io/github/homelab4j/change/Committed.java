package io.github.homelab4j.change;

import io.github.homelab4j.graph.Emitted;

/**
 * An object of a tree that was written before.
 *
 * @param object the object
 * @param kustomization the Flux Kustomization that applies its file
 * @param file its file below the cluster's folder
 */
public record Committed(Emitted object, String kustomization, String file) {
  private static final String PRUNE = "/metadata/annotations/kustomize.toolkit.fluxcd.io~1prune";

  /** What identifies it in a cluster. */
  public String key() {
    return object.key();
  }

  /** Whether it stays in the cluster when its Kustomization has it no more. */
  public boolean outlivesItsFile() {
    return object.at(PRUNE).asText().equals("disabled");
  }
}

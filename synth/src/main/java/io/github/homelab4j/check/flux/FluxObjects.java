package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import java.util.List;

/** Objects of Flux that components and charts of the user's own emit. */
final class FluxObjects {
  private static final String GROUPS = ".toolkit.fluxcd.io";

  private FluxObjects() {}

  /** All of a cluster. */
  static List<Subject> of(ClusterView cluster) {
    return cluster.objects().stream().filter(FluxObjects::isFlux).toList();
  }

  /** Those of a kind. */
  static List<Subject> of(ClusterView cluster, String kind) {
    return cluster.objects(kind).stream().filter(FluxObjects::isFlux).toList();
  }

  private static boolean isFlux(Subject subject) {
    return subject.emitted().group().endsWith(GROUPS);
  }
}

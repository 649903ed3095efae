package io.github.homelab4j.graph;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Ref;

/**
 * A reference from a component to what it needs.
 *
 * @param consumer who needs it
 * @param attribute the attribute of its props, as {@code database}
 * @param ref what is needed
 * @param provider who provides it
 */
public record Link(Component consumer, String attribute, Ref ref, Component provider) {
  /** Whether the two are in different clusters. */
  public boolean crossesClusters() {
    return consumer.cluster().orElse(null) != provider.cluster().orElse(null);
  }
}

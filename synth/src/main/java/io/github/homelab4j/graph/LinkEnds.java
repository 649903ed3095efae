package io.github.homelab4j.graph;

import io.github.homelab4j.core.Component;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The references between components of a homelab, by their ends. */
public final class LinkEnds {
  private final Map<Component, List<Link>> byConsumer = new IdentityHashMap<>();
  private final Map<Component, List<Link>> byProvider = new IdentityHashMap<>();

  /** Those of all clusters. */
  public LinkEnds(Resolution resolution) {
    for (var cluster : resolution.clusters()) {
      for (var link : cluster.links()) {
        byConsumer.computeIfAbsent(link.consumer(), key -> new ArrayList<>()).add(link);
        byProvider.computeIfAbsent(link.provider(), key -> new ArrayList<>()).add(link);
      }
    }
  }

  /** What a component needs of others. */
  public List<Link> from(Component consumer) {
    return byConsumer.getOrDefault(consumer, List.of());
  }

  /** What others need of it. */
  public List<Link> to(Component provider) {
    return byProvider.getOrDefault(provider, List.of());
  }
}

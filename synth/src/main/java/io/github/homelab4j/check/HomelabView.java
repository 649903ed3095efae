package io.github.homelab4j.check;

import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A homelab as checks look at it.
 *
 * @param resolution what it was resolved to
 * @param clusters its clusters
 */
public record HomelabView(Resolution resolution, List<ClusterView> clusters) {
  static HomelabView of(Resolution resolution, Map<String, List<Emitted>> secrets) {
    return new HomelabView(
        resolution,
        resolution.clusters().stream()
            .map(cluster -> ClusterView.of(cluster, secrets.getOrDefault(cluster.id(), List.of())))
            .toList());
  }

  /** Its plan. */
  public HomelabPlan plan() {
    return resolution.homelab().plan();
  }

  /** A cluster by its name. */
  public Optional<ClusterView> cluster(String id) {
    return clusters.stream().filter(cluster -> cluster.id().equals(id)).findFirst();
  }
}

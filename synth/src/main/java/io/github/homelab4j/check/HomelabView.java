package io.github.homelab4j.check;

import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A homelab as checks look at it. Several of them do so at the same time. */
public final class HomelabView {
  private final Resolution resolution;
  private final List<ClusterView> clusters;
  private StartGraph start;

  private HomelabView(Resolution resolution, List<ClusterView> clusters) {
    this.resolution = resolution;
    this.clusters = clusters;
  }

  static HomelabView of(Resolution resolution, Map<String, List<Emitted>> secrets) {
    return new HomelabView(
        resolution,
        resolution.clusters().stream()
            .map(cluster -> ClusterView.of(cluster, secrets.getOrDefault(cluster.id(), List.of())))
            .toList());
  }

  /** What it was resolved to. */
  public Resolution resolution() {
    return resolution;
  }

  /** Its clusters. */
  public List<ClusterView> clusters() {
    return clusters;
  }

  /** What each component needs to start. */
  public synchronized StartGraph start() {
    if (start == null) {
      start = StartGraph.of(clusters);
    }
    return start;
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

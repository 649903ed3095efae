package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import java.util.List;
import java.util.Map;

/** Where pods go: copies of one service on different nodes. */
public final class Placement {
  private static final String NODE = "kubernetes.io/hostname";

  private Placement() {}

  /**
   * Copies of a Deployment spread over nodes. Counted per revision, so that a rolling update does
   * not wait for its own predecessor, and without nodes that are drained.
   */
  public static List<TopologySpreadConstraint> spread(Map<String, String> labels) {
    return List.of(
        new TopologySpreadConstraintBuilder()
            .withMaxSkew(1)
            .withTopologyKey(NODE)
            .withWhenUnsatisfiable("DoNotSchedule")
            .withNodeTaintsPolicy("Honor")
            .withMatchLabelKeys("pod-template-hash")
            .withNewLabelSelector()
            .withMatchLabels(labels)
            .endLabelSelector()
            .build());
  }

  /**
   * No two pods with these labels on one node, for what has a spread setting only in the form of an
   * affinity.
   */
  public static Affinity apart(Map<String, String> labels) {
    return new AffinityBuilder()
        .withNewPodAntiAffinity()
        .addNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withTopologyKey(NODE)
        .withNewLabelSelector()
        .withMatchLabels(labels)
        .endLabelSelector()
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endPodAntiAffinity()
        .build();
  }
}

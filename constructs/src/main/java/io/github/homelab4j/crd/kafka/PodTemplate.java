package io.github.homelab4j.crd.kafka;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;

/** What pods carry beyond what Strimzi writes. */
public record PodTemplate(Pod pod) {
  /** Pods on different nodes as far as these rules say. */
  public static PodTemplate spread(List<TopologySpreadConstraint> constraints) {
    return new PodTemplate(new Pod(constraints));
  }

  /** Where pods go. */
  public record Pod(List<TopologySpreadConstraint> topologySpreadConstraints) {}
}

package io.github.homelab4j.cache;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** The values of the chart of Dragonfly's operator. */
record DragonflyOperatorValues(
    String fullnameOverride,
    int replicaCount,
    PodSecurityContext podSecurityContext,
    Enabled rbacProxy,
    Manager manager,
    Enabled serviceMonitor) {

  static DragonflyOperatorValues of(
      String id, DragonflyOperatorProps props, Map<String, String> pods) {
    return new DragonflyOperatorValues(
        id,
        props.replicas(),
        Confinement.pod(),
        // The proxy only guards metrics that are no secret, with an image of its own.
        Enabled.OFF,
        new Manager(
            Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256)),
            Placement.spread(pods),
            Confinement.container()),
        Enabled.when(props.metrics()));
  }

  record Manager(
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      SecurityContext securityContext) {}
}

package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of Actions Runner Controller's chart. */
record ActionsRunnerControllerValues(
    String fullnameOverride,
    int replicaCount,
    Flags flags,
    Optional<Metrics> metrics,
    PodSecurityContext podSecurityContext,
    SecurityContext securityContext,
    Compute resources,
    List<TopologySpreadConstraint> topologySpreadConstraints) {
  static final int METRICS_PORT = 8080;

  private static final String PORT = ":" + METRICS_PORT;

  static ActionsRunnerControllerValues of(
      String name, ActionsRunnerControllerProps props, Map<String, String> pods) {
    var metrics = new Metrics(PORT, PORT, "/metrics");
    return new ActionsRunnerControllerValues(
        name,
        props.replicas(),
        new Flags("info"),
        props.metrics() ? Optional.of(metrics) : Optional.empty(),
        Confinement.pod(),
        Confinement.container(),
        Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256)),
        Placement.spread(pods));
  }

  record Flags(String logLevel) {}

  record Metrics(String controllerManagerAddr, String listenerAddr, String listenerEndpoint) {}
}

package io.github.homelab4j.messaging;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** The values of Strimzi's chart. */
record StrimziKafkaOperatorValues(
    int replicas,
    List<NamespaceRef> watchNamespaces,
    Budget podDisruptionBudget,
    List<EnvVar> extraEnvs,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Compute resources) {

  static StrimziKafkaOperatorValues of(StrimziKafkaOperatorProps props, Map<String, String> pods) {
    return new StrimziKafkaOperatorValues(
        props.replicas(),
        props.watches(),
        new Budget(props.replicas() > 1, 1, "AlwaysAllow"),
        // Pods of Kafka then pass the strictest Pod Security level.
        List.of(new EnvVar("STRIMZI_POD_SECURITY_PROVIDER_CLASS", "restricted", null)),
        Placement.spread(pods),
        Compute.of(Quantity.millis(200), Quantity.mi(384), Quantity.mi(512)));
  }

  record Budget(boolean enabled, int minAvailable, String unhealthyPodEvictionPolicy) {}
}

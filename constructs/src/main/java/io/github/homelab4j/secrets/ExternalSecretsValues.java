package io.github.homelab4j.secrets;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;

/** The values of External Secrets' chart. */
record ExternalSecretsValues(
    boolean installCRDs,
    int replicaCount,
    boolean leaderElect,
    Budget podDisruptionBudget,
    Compute resources,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Part webhook,
    Part certController,
    ServiceMonitor serviceMonitor) {

  static ExternalSecretsValues of(String release, ExternalSecretsProps props) {
    var replicas = props.replicas();
    var budget = new Budget(replicas > 1, 1);
    return new ExternalSecretsValues(
        true,
        replicas,
        replicas > 1,
        budget,
        Compute.of(Quantity.millis(20), Quantity.mi(128), Quantity.mi(256)),
        spread("external-secrets", release),
        new Part(
            replicas,
            budget,
            Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)),
            spread("external-secrets-webhook", release)),
        new Part(
            replicas,
            budget,
            Compute.of(Quantity.millis(10), Quantity.mi(128), Quantity.mi(256)),
            spread("external-secrets-cert-controller", release)),
        // A chart that silently leaves its monitors out when they are not known yet would stay
        // without them.
        new ServiceMonitor(props.metrics(), "failIfMissing"));
  }

  private static List<TopologySpreadConstraint> spread(String name, String release) {
    return Placement.spread(AppLabels.of(name, release));
  }

  record Budget(boolean enabled, int minAvailable) {}

  record Part(
      int replicaCount,
      Budget podDisruptionBudget,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record ServiceMonitor(boolean enabled, String renderMode) {}
}

package io.github.homelab4j.certificates;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of cert-manager's chart. */
record CertManagerValues(
    Crds crds,
    int replicaCount,
    Enabled podDisruptionBudget,
    Optional<String> dns01RecursiveNameservers,
    boolean dns01RecursiveNameserversOnly,
    Compute resources,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Part webhook,
    Part cainjector,
    Prometheus prometheus) {

  static CertManagerValues of(String release, CertManagerProps props) {
    // The chart then keeps one pod available.
    var budget = Enabled.when(props.replicas() > 1);
    return new CertManagerValues(
        new Crds(true, true),
        props.replicas(),
        budget,
        Optional.of(resolvers(props)).filter(addresses -> !addresses.isEmpty()),
        !props.resolvers().isEmpty(),
        Compute.of(Quantity.millis(20), Quantity.mi(128), Quantity.mi(256)),
        spread("controller", release),
        new Part(
            props.replicas(),
            budget,
            Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)),
            spread("webhook", release)),
        // It caches all Secrets and definitions of the cluster.
        new Part(
            props.replicas(),
            budget,
            Compute.of(Quantity.millis(20), Quantity.mi(256), Quantity.mi(512)),
            spread("cainjector", release)),
        new Prometheus(props.metrics(), Enabled.when(props.metrics())));
  }

  private static String resolvers(CertManagerProps props) {
    return props.resolvers().stream()
        .map(CertManagerValues::port53)
        .collect(Collectors.joining(","));
  }

  private static String port53(Ip resolver) {
    return (resolver.text().contains(":") ? "[" + resolver + "]" : resolver) + ":53";
  }

  private static List<TopologySpreadConstraint> spread(String component, String release) {
    return Placement.spread(
        Map.of("app.kubernetes.io/component", component, "app.kubernetes.io/instance", release));
  }

  record Crds(boolean enabled, boolean keep) {}

  record Part(
      int replicaCount,
      Enabled podDisruptionBudget,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record Prometheus(boolean enabled, Enabled servicemonitor) {}
}

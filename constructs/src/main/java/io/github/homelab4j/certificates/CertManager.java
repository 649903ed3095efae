package io.github.homelab4j.certificates;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * cert-manager: issues TLS certificates and renews them.
 *
 * <p>It needs no secret, so it can start before External Secrets; issuers and certificates are
 * components of their own: {@link LetsEncrypt}, {@link TlsCertificate}.
 */
@ComponentInfo(
    name = "cert-manager",
    domain = Domain.CERTIFICATES,
    upstream = "https://cert-manager.io/docs/",
    namespace = "cert-manager",
    installs = {"cert-manager.io", "acme.cert-manager.io"},
    uses = "monitoring.coreos.com")
public final class CertManager extends HelmComponent {
  private static final String TEMPLATES =
      "cert-manager/cert-manager@v1.21.1:deploy/charts/cert-manager/templates/";

  private final CertManagerProps props;

  /** Stores its settings. */
  public CertManager(Construct scope, String id, CertManagerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "port 9402 http-metrics",
            TEMPLATES + "service.yaml"),
        new ChartFact(
            "Service",
            id() + "-webhook",
            targetNamespace(),
            "port 443 https",
            TEMPLATES + "webhook-service.yaml"));
  }

  @Override
  protected Values values() {
    var budget = new Budget(props.replicas() > 1);
    return new Values(
        new Crds(true, true),
        props.replicas(),
        budget,
        Optional.of(resolvers()).filter(addresses -> !addresses.isEmpty()),
        !props.resolvers().isEmpty(),
        Compute.of(Quantity.millis(20), Quantity.mi(128), Quantity.mi(256)),
        spread("controller"),
        new Part(
            props.replicas(),
            budget,
            Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)),
            spread("webhook")),
        // It caches all Secrets and definitions of the cluster.
        new Part(
            props.replicas(),
            budget,
            Compute.of(Quantity.millis(20), Quantity.mi(256), Quantity.mi(512)),
            spread("cainjector")),
        new Prometheus(props.metrics(), new Enabled(props.metrics())));
  }

  private String resolvers() {
    return props.resolvers().stream().map(CertManager::port53).collect(Collectors.joining(","));
  }

  private static String port53(Ip resolver) {
    return (resolver.text().contains(":") ? "[" + resolver + "]" : resolver) + ":53";
  }

  private List<TopologySpreadConstraint> spread(String component) {
    return Placement.spread(
        Map.of(
            "app.kubernetes.io/component", component, "app.kubernetes.io/instance", releaseName()));
  }

  record Values(
      Crds crds,
      int replicaCount,
      Budget podDisruptionBudget,
      Optional<String> dns01RecursiveNameservers,
      boolean dns01RecursiveNameserversOnly,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      Part webhook,
      Part cainjector,
      Prometheus prometheus) {}

  record Crds(boolean enabled, boolean keep) {}

  // The chart then keeps one pod available.
  record Budget(boolean enabled) {}

  record Part(
      int replicaCount,
      Budget podDisruptionBudget,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record Prometheus(boolean enabled, Enabled servicemonitor) {}

  record Enabled(boolean enabled) {}
}

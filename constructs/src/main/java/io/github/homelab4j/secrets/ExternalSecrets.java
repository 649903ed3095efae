package io.github.homelab4j.secrets;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * External Secrets: makes Secrets from items of vaults outside the cluster. The vault is a
 * component of its own: {@link OnePasswordStore}, {@link VaultStore}.
 *
 * <p>Its webhook's certificate is its own business, not cert-manager's, whose issuers in turn need
 * a secret from here.
 */
@ComponentInfo(
    name = "external-secrets",
    domain = Domain.SECRETS,
    upstream = "https://external-secrets.io/latest/",
    namespace = "external-secrets",
    installs = {"external-secrets.io", "generators.external-secrets.io"},
    uses = "monitoring.coreos.com")
public final class ExternalSecrets extends HelmComponent {
  private static final String TEMPLATES =
      "external-secrets/external-secrets@cc5bfbc2:deploy/charts/external-secrets/templates/";

  private final ExternalSecretsProps props;

  /** Stores its settings. */
  public ExternalSecrets(Construct scope, String id, ExternalSecretsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id() + "-webhook",
            targetNamespace(),
            "port 443 webhook",
            TEMPLATES + "webhook-service.yaml"),
        new ChartFact(
            "ServiceAccount",
            id(),
            targetNamespace(),
            "who logs in to a vault",
            TEMPLATES + "serviceaccount.yaml"));
  }

  @Override
  protected Values values() {
    var replicas = props.replicas();
    var budget = new Budget(replicas > 1, 1);
    return new Values(
        true,
        replicas,
        replicas > 1,
        budget,
        Compute.of(Quantity.millis(20), Quantity.mi(128), Quantity.mi(256)),
        spread(""),
        new Part(
            replicas,
            budget,
            Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)),
            spread("-webhook")),
        new Part(
            replicas,
            budget,
            Compute.of(Quantity.millis(10), Quantity.mi(128), Quantity.mi(256)),
            spread("-cert-controller")),
        // A chart that silently leaves its monitors out when they are not known yet would stay
        // without them.
        new ServiceMonitor(props.metrics(), "failIfMissing"));
  }

  private List<TopologySpreadConstraint> spread(String suffix) {
    return Placement.spread(
        Map.of(
            "app.kubernetes.io/name",
            "external-secrets" + suffix,
            "app.kubernetes.io/instance",
            releaseName()));
  }

  record Values(
      boolean installCRDs,
      int replicaCount,
      boolean leaderElect,
      Budget podDisruptionBudget,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      Part webhook,
      Part certController,
      ServiceMonitor serviceMonitor) {}

  record Budget(boolean enabled, int minAvailable) {}

  record Part(
      int replicaCount,
      Budget podDisruptionBudget,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record ServiceMonitor(boolean enabled, String renderMode) {}
}

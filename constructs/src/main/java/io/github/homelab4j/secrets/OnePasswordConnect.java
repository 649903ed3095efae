package io.github.homelab4j.secrets;

import io.fabric8.kubernetes.api.model.Affinity;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * 1Password Connect: the 1Password API inside the cluster, with a cache of the vaults, so that
 * secrets can be read while 1Password is not reachable.
 *
 * <p>Provides {@link #api()}. Its credentials are the one secret that cannot come from the store:
 * the owner brings them as a SOPS file.
 */
@ComponentInfo(
    name = "onepassword-connect",
    domain = Domain.SECRETS,
    upstream = "https://developer.1password.com/docs/connect/",
    namespace = "external-secrets",
    installs = "onepassword.com",
    uses = "monitoring.coreos.com")
public final class OnePasswordConnect extends HelmComponent {
  private static final String SERVICE = "onepassword-connect";
  private static final Map<String, String> LABELS =
      Map.of("app", SERVICE, "app.kubernetes.io/component", "connect");
  private static final int API_PORT = 8080;
  private static final String TEMPLATES =
      "1Password/connect-helm-charts@723165452a6a:charts/connect/templates/";

  private final OnePasswordConnectProps props;

  /** Stores its settings. */
  public OnePasswordConnect(Construct scope, String id, OnePasswordConnectProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The API. */
  public ServiceRef api() {
    return ServiceRef.providedBy(this, SERVICE, API_PORT, LABELS);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            SERVICE,
            targetNamespace(),
            "port 8080 connect-api",
            TEMPLATES + "service.yaml"),
        new ChartFact(
            "Deployment",
            SERVICE,
            targetNamespace(),
            "pods labelled app=" + SERVICE,
            TEMPLATES + "connect-deployment.yaml"));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "1Password shows the credentials file and the token of a Connect server once: encrypt both"
            + " with SOPS right then.");
  }

  @Override
  protected Values values() {
    var credentials = secret(props.credentials());
    return new Values(
        new Connect(
            SERVICE,
            props.replicas(),
            credentials.secret(),
            credentials.key(),
            new Budget(props.replicas() > 1, 1),
            new Api(
                Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(128)),
                new Enabled(props.metrics())),
            new Sync(Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(128))),
            Placement.apart(LABELS)),
        // 1Password's own operator: External Secrets does its work here.
        new Operator(false));
  }

  record Values(Connect connect, Operator operator) {}

  record Connect(
      String applicationName,
      int replicas,
      SecretRef credentialsName,
      String credentialsKey,
      Budget pdb,
      Api api,
      Sync sync,
      Affinity affinity) {}

  record Budget(boolean enabled, int maxUnavailable) {}

  record Api(Compute resources, Enabled serviceMonitor) {}

  record Sync(Compute resources) {}

  record Enabled(boolean enabled) {}

  record Operator(boolean create) {}
}

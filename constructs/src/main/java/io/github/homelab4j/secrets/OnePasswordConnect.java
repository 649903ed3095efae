package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ServiceRef;
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
        creates("Service", SERVICE, "port 8080 connect-api", TEMPLATES + "service.yaml"),
        creates(
            "Deployment",
            SERVICE,
            "pods labelled app=" + SERVICE,
            TEMPLATES + "connect-deployment.yaml"));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "1Password shows the credentials file and the token of a Connect server once: encrypt both with SOPS right then.");
  }

  @Override
  protected OnePasswordConnectValues values() {
    return OnePasswordConnectValues.of(api(), props, secret(props.credentials()));
  }
}

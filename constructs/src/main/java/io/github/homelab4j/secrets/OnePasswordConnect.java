package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.AppLabels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  private static final String POD_CONTEXT =
      "{fsGroup: 999, runAsUser: 999, runAsGroup: 999, runAsNonRoot: true,"
          + " seccompProfile: {type: RuntimeDefault}}";

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
    var facts =
        List.of(
            creates("Service", SERVICE, TEMPLATES + "service.yaml")
                .port("connect-sync", 8081)
                .port("connect-api", API_PORT)
                .labelled(AppLabels.of("connect", releaseName()))
                .selects(Map.of("app", SERVICE)),
            creates("Deployment", SERVICE, TEMPLATES + "connect-deployment.yaml").selects(LABELS));
    return props.replicas() > 1
        ? Stream.concat(
                facts.stream(),
                Stream.of(
                    creates("PodDisruptionBudget", SERVICE, TEMPLATES + "pdb.yaml")
                        .maxUnavailable("1")
                        .selects(LABELS)))
            .toList()
        : facts;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "1Password shows the credentials file and the token of a Connect server once: encrypt both with SOPS right then.");
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", SERVICE, TEMPLATES + "connect-deployment.yaml")
            .labelled(LABELS)
            .replicas("connect.replicas", 1)
            .security("connect.podSecurityContext", POD_CONTEXT)
            .affinity("connect.affinity")
            .priority("connect.priorityClassName", "null")
            .with(container("api", "{limits: {memory: 128Mi}, requests: {cpu: 0.2}}"))
            .with(container("sync", "{}")));
  }

  @Override
  protected OnePasswordConnectValues values() {
    return OnePasswordConnectValues.of(api(), props, secret(props.credentials()));
  }

  private static ChartContainer container(String part, String resources) {
    var values = "connect.%s.".formatted(part);
    return ChartContainer.of("connect-" + part)
        .resources(values + "resources", resources)
        .security(values + "securityContext", ChartContext.CONFINED)
        .alive()
        .ready();
  }
}

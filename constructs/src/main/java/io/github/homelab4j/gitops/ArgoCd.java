package io.github.homelab4j.gitops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Argo CD: a second reconciler with a page to look at, for applications that Flux does not own.
 * Nothing that Flux applies may be given to it: the two would undo each other's changes.
 *
 * <p>Provides {@link #server()}. Logs people in by OpenID Connect when it is given a client, with
 * its own administrator switched off then.
 */
@ComponentInfo(
    name = "argo-cd",
    domain = Domain.GITOPS,
    upstream = "https://argo-cd.readthedocs.io/en/stable/",
    namespace = "argocd",
    installs = "argoproj.io",
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class ArgoCd extends HelmComponent {
  private static final String NAME = "argocd";
  private static final String SERVER = NAME + "-server";
  private static final String TEMPLATES = "argoproj/argo-helm@af0a9310:charts/argo-cd/templates/";
  private static final String SECRET_KEY = "clientSecret";

  private final ArgoCdProps props;

  /** Stores its settings. */
  public ArgoCd(Construct scope, String id, ArgoCdProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The API and the page. */
  public ServiceRef server() {
    var pods =
        Map.of("app.kubernetes.io/name", SERVER, "app.kubernetes.io/instance", releaseName());
    return ServiceRef.providedBy(this, SERVER, 80, 8080, pods);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            SERVER,
            targetNamespace(),
            "port 80 http",
            TEMPLATES + "argocd-server/service.yaml"));
  }

  @Override
  protected Values values() {
    var metrics = new Metrics(props.metrics(), new Enabled(props.metrics()));
    var budget = new Budget(props.replicas() > 1, 1);
    var small = Compute.of(Quantity.millis(20), Quantity.mi(128), Quantity.mi(256));
    var large = Compute.of(Quantity.millis(100), Quantity.mi(512), Quantity.gi(1));
    return new Values(
        NAME,
        new Global(props.hostname()),
        new Configs(
            new ConfigMap(props.login().isEmpty(), props.login().map(this::oidc)),
            new Rbac("role:readonly", "g, %s, role:admin\n".formatted(props.adminGroup()))),
        new Single(large, Optional.of(metrics)),
        // TLS ends at the Gateway.
        new Part(props.replicas(), List.of("--insecure"), budget, small, metrics),
        new Part(props.replicas(), List.of(), budget, large, metrics),
        new Part(props.replicas(), List.of(), budget, small, metrics),
        new Switched(props.notifications(), small),
        new Enabled(false),
        new Single(small, Optional.empty()));
  }

  @Override
  protected void define(Resources out) {
    out.add(Routes.http(id(), targetNamespace(), props.hostname(), props.listener(), server()));
  }

  // Argo CD reads $name:key of a Secret that carries its label.
  private String oidc(OidcClientRef client) {
    var template =
        SecretTemplate.named(id() + "-oidc")
            .label("app.kubernetes.io/part-of", NAME)
            .key(SECRET_KEY, client.secret());
    return """
    name: Single sign-on
    issuer: %s
    clientID: %s
    clientSecret: $%s:%s
    requestedScopes: ["openid", "profile", "email"]
    """
        .formatted(client.issuer(), client.clientId(), secret(template).name(), SECRET_KEY);
  }

  record Values(
      String fullnameOverride,
      Global global,
      Configs configs,
      Single controller,
      Part server,
      Part repoServer,
      Part applicationSet,
      Switched notifications,
      Enabled dex,
      Single redis) {}

  record Global(Hostname domain) {}

  record Configs(ConfigMap cm, Rbac rbac) {}

  record ConfigMap(
      @JsonProperty("admin.enabled") boolean admin,
      @JsonProperty("oidc.config") Optional<String> oidc) {}

  record Rbac(
      @JsonProperty("policy.default") String fallback, @JsonProperty("policy.csv") String csv) {}

  record Part(
      int replicas, List<String> extraArgs, Budget pdb, Compute resources, Metrics metrics) {}

  record Single(Compute resources, Optional<Metrics> metrics) {}

  record Switched(boolean enabled, Compute resources) {}

  record Budget(boolean enabled, int maxUnavailable) {}

  record Metrics(boolean enabled, Enabled serviceMonitor) {}

  record Enabled(boolean enabled) {}
}

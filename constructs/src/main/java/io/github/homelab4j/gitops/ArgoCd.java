package io.github.homelab4j.gitops;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Routes;
import java.util.ArrayList;
import java.util.List;
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
  static final String NAME = "argocd";
  private static final String SERVER = NAME + "-server";
  static final String TEMPLATES = "argoproj/argo-helm@af0a9310:charts/argo-cd/templates/";
  private static final String SECRET_KEY = "clientSecret";

  private final ArgoCdProps props;

  /** Stores its settings. */
  public ArgoCd(Construct scope, String id, ArgoCdProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The API and the page. */
  public ServiceRef server() {
    return ServiceRef.providedBy(this, SERVER, 80, 8080, AppLabels.of(SERVER, releaseName()));
  }

  @Override
  public List<ChartFact> facts() {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        creates("Service", SERVER, TEMPLATES + "argocd-server/service.yaml")
            .port("http", 80, 8080)
            .port("https", 443, 8080)
            .labelledAsPods(AppLabels.of(SERVER, releaseName())));
    if (props.replicas() > 1) {
      facts.add(budget("server", "argocd-server"));
      facts.add(budget("repo-server", "argocd-repo-server"));
      facts.add(budget("applicationset-controller", "argocd-applicationset"));
    }
    return facts;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return ArgoCdWorkloads.of(this, releaseName(), props);
  }

  @Override
  protected ArgoCdValues values() {
    return ArgoCdValues.of(NAME, props, props.login().map(this::oidc));
  }

  @Override
  protected void define(Resources out) {
    out.add(Routes.http(id(), targetNamespace(), props.hostname(), props.entry(), server()));
  }

  // Argo CD reads $name:key of a Secret that carries its label.
  private ChartFact budget(String part, String folder) {
    var name = NAME + "-" + part;
    return creates("PodDisruptionBudget", name, TEMPLATES + folder + "/pdb.yaml")
        .maxUnavailable("1")
        .selects(AppLabels.of(name, releaseName()));
  }

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
}

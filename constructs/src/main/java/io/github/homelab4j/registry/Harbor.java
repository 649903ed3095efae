package io.github.homelab4j.registry;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.ServiceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Harbor: a container registry with projects, quotas, replication and vulnerability scans.
 *
 * <p>Provides {@link #core}. Needs a database whose connection keeps its session (core migrates it
 * under an advisory lock), a cache and a volume.
 *
 * <p>Core, portal and job service run in several copies and keep logs of jobs in the database. The
 * registry's volume is mounted by one node at a time, so there is one copy, which stops before its
 * successor starts. The cache's password also stands in ConfigMaps of the chart, which knows no
 * other way.
 */
@ComponentInfo(
    name = "harbor",
    domain = Domain.REGISTRY,
    upstream = "https://goharbor.io/docs/",
    namespace = "harbor",
    uses = {"gateway.networking.k8s.io", "monitoring.coreos.com"},
    timeout = "15m")
public final class Harbor extends HelmComponent {
  private static final String TEMPLATES = "goharbor/harbor-helm@v1.19.1:templates/";

  private final HarborProps props;
  private final ServiceRef core;

  /** Stores its settings. */
  public Harbor(Construct scope, String id, HarborProps props) {
    super(scope, id, props);
    this.props = props;
    this.core = ServiceRef.providedBy(this, part("core"), 80, 8080, labels("core"));
  }

  /** API and registry protocol. */
  public ServiceRef core() {
    return core;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        fact(
            "Service",
            part("core"),
            "port 80, pods 8080; labels app=harbor, release, component=core",
            "core/core-svc.yaml"),
        fact(
            "Service",
            part("portal"),
            "port 80, pods 8080; labels app=harbor, release, component=portal",
            "portal/service.yaml"),
        fact(
            "HTTPRoute",
            part("route"),
            props.hostname() + " to " + part("core") + " and " + part("portal"),
            "gateway-apis/route.yaml"),
        fact("PodDisruptionBudget", part("core"), "minAvailable 1", "core/core-pdb.yaml"),
        fact("PodDisruptionBudget", part("portal"), "minAvailable 1", "portal/portal-pdb.yaml"));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Images are on a volume that one node mounts, so the registry itself has one copy: while its pod moves, nothing is pushed or pulled.",
        "The %s needs the properties %s."
            .formatted(props.secrets().describe(), String.join(", ", keys().values())),
        "Its last two come from: openssl req -x509 -newkey rsa:4096 -nodes -subj /CN=harbor-token -days 3650.");
  }

  @Override
  protected Object values() {
    var database = props.database();
    var secrets =
        new HarborValues.Secrets(
            secret(own()),
            secret(database.username()),
            secret(database.password()).secret(),
            secret(props.cache().password()),
            props.login().map(login -> secret(login(login))));
    return HarborValues.of(props, secrets);
  }

  // Keys that the chart reads, and the properties that they are filled from.
  private static Map<String, String> keys() {
    var keys = new LinkedHashMap<String, String>();
    keys.put("HARBOR_ADMIN_PASSWORD", "admin-password");
    keys.put("secretKey", "secret-key");
    keys.put("secret", "core-secret");
    keys.put("CSRF_KEY", "csrf-key");
    keys.put("JOBSERVICE_SECRET", "jobservice-secret");
    keys.put("REGISTRY_HTTP_SECRET", "registry-http-secret");
    keys.put("REGISTRY_PASSWD", "registry-password");
    keys.put("REGISTRY_HTPASSWD", "registry-htpasswd");
    keys.put("tls.key", "token-key");
    keys.put("tls.crt", "token-certificate");
    return keys;
  }

  private SecretTemplate own() {
    var template = SecretTemplate.named(id() + "-own");
    for (var key : keys().entrySet()) {
      template = template.key(key.getKey(), props.secrets().key(key.getValue()));
    }
    return template;
  }

  // What is given this way cannot be changed in the user interface, so a change in Git takes
  // effect.
  private SecretTemplate login(OidcClientRef client) {
    var admins = props.adminGroup().map("\"oidc_admin_group\": \"%s\",\n  "::formatted).orElse("");
    return SecretTemplate.named(id() + "-login")
        .source("secret", client.secret())
        .entry(
            HarborValues.CONFIG,
            """
            {
              "auth_mode": "oidc_auth",
              "oidc_name": "Single sign-on",
              "oidc_endpoint": "%s",
              "oidc_client_id": "%s",
              "oidc_client_secret": {{ .secret | toJson }},
              "oidc_scope": "openid,profile,email,offline_access",
              "oidc_user_claim": "preferred_username",
              "oidc_groups_claim": "groups",
              %s"oidc_auto_onboard": true,
              "oidc_verify_cert": true
            }
            """
                .formatted(client.issuer(), client.clientId(), admins));
  }

  // The chart puts its own name after a release's that does not contain it.
  private String part(String name) {
    return (id().contains("harbor") ? id() : id() + "-harbor") + "-" + name;
  }

  private Map<String, String> labels(String component) {
    return Map.of("app", "harbor", "release", id(), "component", component);
  }

  private ChartFact fact(String kind, String name, String detail, String file) {
    return new ChartFact(kind, name, targetNamespace(), detail, TEMPLATES + file);
  }
}

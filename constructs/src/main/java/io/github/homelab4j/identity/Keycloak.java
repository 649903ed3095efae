package io.github.homelab4j.identity;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Routes;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Keycloak: single sign-on by OpenID Connect and SAML. Servers share their sessions' cache, and
 * keep users and realms in PostgreSQL; TLS ends at the Gateway.
 *
 * <p>Provides {@link #instance()}, which realms take, and {@link #service()}, which other clusters
 * may use. Needs the operator in the same namespace.
 */
@ComponentInfo(
    name = "keycloak",
    domain = Domain.IDENTITY,
    upstream = "https://www.keycloak.org/operator/basic-deployment",
    namespace = KeycloakOperator.NAMESPACE,
    podSecurity = PodSecurity.BASELINE,
    // The operator makes a ServiceMonitor for each server whose metrics are on.
    uses = "monitoring.coreos.com",
    timeout = "15m")
public final class Keycloak extends Component {
  private static final List<String> LOGIN = List.of("/realms", "/resources", "/.well-known");
  private static final String SOURCES =
      "keycloak/keycloak@0064e06:operator/src/main/java/org/keycloak/operator/controllers/";

  private final KeycloakProps props;

  /** Stores its settings. */
  public Keycloak(Construct scope, String id, KeycloakProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The servers: what a realm is created in. */
  public KeycloakInstance instance() {
    return new KeycloakInstance(id(), props.hostname(), service());
  }

  /**
   * The servers' HTTP port. Browsers and OpenID Connect clients use the host name instead: tokens
   * name it as their issuer.
   */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), KeycloakSpec.HTTP, pods());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("StatefulSet", id(), SOURCES + "KeycloakDeploymentDependentResource.java")
            .selects(pods()),
        creates("Service", id() + "-service", SOURCES + "KeycloakServiceDependentResource.java")
            .port("http", KeycloakSpec.HTTP)
            .port("management", 9000)
            .labelledAsPods(pods()));
  }

  @Override
  public List<String> notes() {
    var console =
        "The administration console is at %s/admin while `kubectl -n %s port-forward service/%s %s` runs; the host name serves logins only."
            .formatted(KeycloakSpec.FORWARDED, targetNamespace(), id(), KeycloakSpec.HTTP);
    return props.console() ? List.of() : List.of(console);
  }

  @Override
  protected void define(Resources out) {
    requireNamespaceOfOperator();
    var spec = KeycloakSpec.of(props, pods(), this::secret);
    var annotated = Meta.annotated(id(), targetNamespace(), meshAnnotations(service()));
    var paths = props.console() ? List.<String>of() : LOGIN;
    out.add(
        new io.github.homelab4j.crd.keycloak.Keycloak(Meta.of(id(), targetNamespace()), spec),
        KeycloakSpec.service(annotated, service()),
        Routes.http(id(), targetNamespace(), props.hostname(), props.entry(), service(), paths),
        Budgets.oneAtATime(id(), targetNamespace(), pods()));
  }

  // The operator looks at its own namespace only, without a word about others.
  private void requireNamespaceOfOperator() {
    props
        .operator()
        .namespace()
        .filter(namespace -> !namespace.equals(targetNamespace()))
        .ifPresent(
            namespace -> {
              throw new InvalidPropsException(
                  "Keycloak runs in %s, but its operator looks at %s only: give both the same namespace"
                      .formatted(targetNamespace(), namespace));
            });
  }

  private Map<String, String> pods() {
    return Map.of("app", "keycloak", "app.kubernetes.io/instance", id());
  }
}

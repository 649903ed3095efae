package io.github.homelab4j.identity;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.keycloak.Keycloak.BootstrapAdmin;
import io.github.homelab4j.crd.keycloak.Keycloak.Db;
import io.github.homelab4j.crd.keycloak.Keycloak.Enabled;
import io.github.homelab4j.crd.keycloak.Keycloak.HostnameSettings;
import io.github.homelab4j.crd.keycloak.Keycloak.Http;
import io.github.homelab4j.crd.keycloak.Keycloak.Option;
import io.github.homelab4j.crd.keycloak.Keycloak.Proxy;
import io.github.homelab4j.crd.keycloak.Keycloak.Scheduling;
import io.github.homelab4j.crd.keycloak.Keycloak.SecretKey;
import io.github.homelab4j.crd.keycloak.Keycloak.Spec;
import io.github.homelab4j.crd.keycloak.Keycloak.User;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
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
  private static final int HTTP = 8080;
  private static final String OPERATOR =
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
    return ServiceRef.providedBy(this, id(), HTTP, pods());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "StatefulSet",
            id(),
            targetNamespace(),
            "pods labelled app=keycloak, app.kubernetes.io/instance=" + id(),
            OPERATOR + "KeycloakDeploymentDependentResource.java"),
        new ChartFact(
            "Service",
            id() + "-service",
            targetNamespace(),
            "ports 8080 http, 9000 management",
            OPERATOR + "KeycloakServiceDependentResource.java"));
  }

  @Override
  protected void define(Resources out) {
    requireNamespaceOfOperator();
    out.add(
        new io.github.homelab4j.crd.keycloak.Keycloak(Meta.of(id(), targetNamespace()), spec()),
        httpService(),
        Routes.http(id(), targetNamespace(), props.hostname(), props.listener(), service()),
        Budgets.oneAtATime(id(), targetNamespace(), pods()));
  }

  // The operator looks at its own namespace only, without a word about others.
  private void requireNamespaceOfOperator() {
    props
        .operator()
        .provider()
        .component()
        .map(Component::targetNamespace)
        .filter(namespace -> !namespace.equals(targetNamespace()))
        .ifPresent(
            namespace -> {
              throw new InvalidPropsException(
                  "Keycloak runs in %s, but its operator looks at %s only: give both the same namespace"
                      .formatted(targetNamespace(), namespace));
            });
  }

  private Spec spec() {
    var admin = key(props.administrator().key("username"));
    key(props.administrator().key("password"));
    return Spec.builder()
        .instances(props.replicas())
        .db(database())
        .hostname(new HostnameSettings(props.hostname().https(), true))
        .http(new Http(true))
        .proxy(new Proxy("xforwarded"))
        .ingress(new Enabled(false))
        .bootstrapAdmin(new BootstrapAdmin(new User(admin.name())))
        .resources(Compute.of(Quantity.millis(500), props.memory()))
        .scheduling(new Scheduling(List.of(spread())))
        .addAllAdditionalOptions(options())
        .build();
  }

  private Db database() {
    var database = props.database();
    return Db.builder()
        .vendor("postgres")
        .host(database.service().host())
        .port(database.service().port())
        .database(database.name())
        .usernameSecret(key(database.username()))
        .passwordSecret(key(database.password()))
        .poolInitialSize(props.connections())
        .poolMinSize(props.connections())
        .poolMaxSize(props.connections())
        .build();
  }

  private SecretKey key(SecretSource source) {
    var key = secret(source);
    return new SecretKey(key.secret().name(), key.key());
  }

  private List<Option> options() {
    var options = new ArrayList<Option>();
    // A pooler hands the next transaction to another connection, which does not know what was
    // prepared on the last one.
    options.add(new Option("db-url-properties", "?prepareThreshold=0"));
    if (props.metrics()) {
      options.add(new Option("metrics-enabled", "true"));
    }
    return options;
  }

  // Not an anti-affinity: the Job of a realm import inherits this, and must find a place beside the
  // servers.
  private TopologySpreadConstraint spread() {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey("kubernetes.io/hostname")
        .withWhenUnsatisfiable("DoNotSchedule")
        .withNodeTaintsPolicy("Honor")
        .withNewLabelSelector()
        .withMatchLabels(pods())
        .endLabelSelector()
        .build();
  }

  // A Service of our own beside the operator's: that one carries no annotations of ours, which a
  // global service needs.
  private Service httpService() {
    return new ServiceBuilder()
        .withMetadata(Meta.annotated(id(), targetNamespace(), meshAnnotations(service())))
        .withNewSpec()
        .withSelector(pods())
        .addNewPort()
        .withName("http")
        .withPort(HTTP)
        .withTargetPort(new IntOrString(HTTP))
        .endPort()
        .endSpec()
        .build();
  }

  private Map<String, String> pods() {
    return Map.of("app", "keycloak", "app.kubernetes.io/instance", id());
  }
}

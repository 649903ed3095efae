package io.github.homelab4j.identity;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.github.homelab4j.core.SecretKeyRef;
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
import io.github.homelab4j.kube.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Keycloak's operator is told about a {@link Keycloak}, and the Service in front of its
 * servers.
 */
final class KeycloakSpec {
  static final int HTTP = 8080;

  /** Where the servers answer whoever forwards their port. */
  static final String FORWARDED = "http://localhost:" + HTTP;

  private KeycloakSpec() {}

  static Spec of(
      KeycloakProps props, Map<String, String> pods, Function<SecretSource, SecretKeyRef> secrets) {
    var admin = secrets.apply(props.administrator().key("username")).secret();
    secrets.apply(props.administrator().key("password"));
    var console = Optional.of(FORWARDED).filter(forwarded -> !props.console());
    return Spec.builder()
        .instances(props.replicas())
        .db(database(props, secrets))
        .hostname(new HostnameSettings(props.hostname().https(), console, true))
        .http(new Http(true))
        .proxy(new Proxy("xforwarded"))
        .ingress(new Enabled(false))
        .bootstrapAdmin(new BootstrapAdmin(new User(admin.name())))
        .resources(Compute.of(props.cpu(), props.memory()))
        .scheduling(new Scheduling(List.of(spread(pods))))
        .addAllAdditionalOptions(options(props))
        .build();
  }

  // A Service of our own beside the operator's: that one carries no annotations of ours, which a
  // global service needs.
  static Service service(ObjectMeta meta, ServiceRef service) {
    var port = service.port().number();
    return new ServiceBuilder()
        .withMetadata(meta)
        .withNewSpec()
        .withSelector(service.selector())
        .addNewPort()
        .withName("http")
        .withPort(port)
        .withTargetPort(new IntOrString(port))
        .endPort()
        .endSpec()
        .build();
  }

  private static Db database(KeycloakProps props, Function<SecretSource, SecretKeyRef> secrets) {
    var database = props.database();
    return Db.builder()
        .vendor("postgres")
        .host(database.service().host())
        .port(database.service().port())
        .database(database.name())
        .usernameSecret(key(secrets.apply(database.username())))
        .passwordSecret(key(secrets.apply(database.password())))
        .poolInitialSize(props.connections())
        .poolMinSize(props.connections())
        .poolMaxSize(props.connections())
        .build();
  }

  private static SecretKey key(SecretKeyRef secret) {
    return new SecretKey(secret.secret().name(), secret.key());
  }

  private static List<Option> options(KeycloakProps props) {
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
  private static TopologySpreadConstraint spread(Map<String, String> pods) {
    return new TopologySpreadConstraintBuilder()
        .withMaxSkew(1)
        .withTopologyKey("kubernetes.io/hostname")
        .withWhenUnsatisfiable("DoNotSchedule")
        .withNodeTaintsPolicy("Honor")
        .withNewLabelSelector()
        .withMatchLabels(pods)
        .endLabelSelector()
        .build();
  }
}

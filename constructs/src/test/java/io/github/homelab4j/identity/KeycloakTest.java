package io.github.homelab4j.identity;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class KeycloakTest {
  private static final Provider TEST = Provider.external("a test");

  private final SecretStoreRef store = new SecretStoreRef("onepassword", TEST);

  private KeycloakProps.Builder props() {
    return props(
        new ListenerRef(
            "internal", "gateway", "https", Hostname.of("*.example.org"), Ip.of("10.0.0.1"), TEST));
  }

  private KeycloakProps.Builder props(EntryRef entry) {
    var pooler =
        new ServiceRef("keycloak-pooler", "database", Port.of(5432), Port.of(5432), Map.of(), TEST);
    return KeycloakProps.builder()
        .operator(new OperatorRef("keycloak-operator", TEST))
        .hostname(Hostname.of("keycloak.example.org"))
        .entry(entry)
        .database(new DatabaseRef(pooler, "keycloak", store.item("keycloak-database")))
        .administrator(store.item("keycloak-admin"));
  }

  private Keycloak keycloak() {
    return new Keycloak(new App(), "keycloak", props().build());
  }

  @Test
  void keeps_its_state_in_the_database_it_is_given() {
    assertThat(keycloak())
        .resource("Keycloak", "keycloak")
        .has("/spec/db/vendor", "postgres")
        .has("/spec/db/host", "keycloak-pooler.database.svc.cluster.local")
        .has("/spec/db/port", 5432)
        .has("/spec/db/database", "keycloak")
        .has("/spec/db/usernameSecret/name", "keycloak-keycloak-database")
        .has("/spec/db/usernameSecret/key", "username")
        .has("/spec/db/passwordSecret/key", "password")
        .has("/spec/db/poolMaxSize", 20);
    assertThat(keycloak())
        .resource("ExternalSecret", "keycloak-keycloak-database")
        .has("/spec/data/1/remoteRef/property", "password");
  }

  @Test
  void prepares_no_statements_that_a_pooler_could_not_keep() {
    assertThat(keycloak())
        .resource("Keycloak", "keycloak")
        .has("/spec/additionalOptions/0/name", "db-url-properties")
        .has("/spec/additionalOptions/0/value", "?prepareThreshold=0");
  }

  @Test
  void answers_behind_the_gateway_under_one_name_only() {
    assertThat(keycloak())
        .resource("Keycloak", "keycloak")
        .has("/spec/hostname/hostname", "https://keycloak.example.org")
        .has("/spec/hostname/strict", true)
        .has("/spec/http/httpEnabled", true)
        .has("/spec/proxy/headers", "xforwarded")
        .has("/spec/ingress/enabled", false);
    assertThat(keycloak())
        .resource("HTTPRoute", "keycloak")
        .has("/spec/hostnames/0", "keycloak.example.org")
        .has("/spec/rules/0/backendRefs/0/name", "keycloak")
        .has("/spec/rules/0/backendRefs/0/port", 8080);
  }

  @Test
  void keeps_the_console_from_the_gateway_and_answers_there_at_a_forwarded_port() {
    assertThat(keycloak())
        .resource("HTTPRoute", "keycloak")
        .has("/spec/rules/0/matches/0/path/type", "PathPrefix")
        .has("/spec/rules/0/matches/0/path/value", "/realms")
        .has("/spec/rules/0/matches/1/path/value", "/resources")
        .has("/spec/rules/0/matches/2/path/value", "/.well-known")
        .hasNo("/spec/rules/0/matches/3");
    assertThat(keycloak())
        .resource("Keycloak", "keycloak")
        .has("/spec/hostname/admin", "http://localhost:8080");
    assertThat(keycloak().notes())
        .singleElement()
        .asString()
        .contains("kubectl -n keycloak port-forward service/keycloak 8080");
  }

  @Test
  void an_ingress_lets_through_the_same_paths() {
    var entry =
        new IngressRef("nginx", new IssuerRef("letsencrypt", TEST), Ip.of("10.0.0.65"), TEST);
    assertThat(new Keycloak(new App(), "keycloak", props(entry).build()))
        .resource("Ingress", "keycloak")
        .has("/spec/tls/0/secretName", "keycloak-tls")
        .at("/spec/rules/0/http")
        .has("/paths/0/path", "/realms")
        .has("/paths/1/path", "/resources")
        .has("/paths/2/path", "/.well-known")
        .has("/paths/2/backend/service/port/number", 8080)
        .hasNo("/paths/3");
  }

  @Test
  void serves_the_console_under_the_host_name_when_it_is_told_to() {
    var open = new Keycloak(new App(), "keycloak", props().console(true).build());
    assertThat(open).resource("HTTPRoute", "keycloak").hasNo("/spec/rules/0/matches");
    assertThat(open).resource("Keycloak", "keycloak").hasNo("/spec/hostname/admin");
    assertThat(open.notes()).isEmpty();
  }

  @Test
  void runs_two_servers_on_different_nodes_of_which_one_may_be_drained() {
    assertThat(keycloak())
        .resource("Keycloak", "keycloak")
        .has("/spec/instances", 2)
        .has("/spec/scheduling/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname")
        .has("/spec/scheduling/topologySpreadConstraints/0/whenUnsatisfiable", "DoNotSchedule");
    assertThat(keycloak())
        .resource("PodDisruptionBudget", "keycloak")
        .has("/spec/maxUnavailable", 1)
        .has("/spec/selector/matchLabels/app", "keycloak")
        .has("/spec/selector/matchLabels/app.kubernetes.io~1instance", "keycloak");
  }

  @Test
  void takes_its_first_administrator_from_the_store() {
    assertThat(keycloak())
        .resource("Keycloak", "keycloak")
        .has("/spec/bootstrapAdmin/user/secret", "keycloak-keycloak-admin");
    assertThat(keycloak())
        .resource("ExternalSecret", "keycloak-keycloak-admin")
        .has("/spec/data/0/remoteRef/property", "username")
        .has("/spec/data/1/remoteRef/property", "password");
  }

  @Test
  void is_a_global_service_once_it_is_exported() {
    var exporting = new Exporting(new App());
    assertThat(exporting.keycloak)
        .resource("Service", "keycloak")
        .has("/metadata/annotations/service.cilium.io~1global", "true");
    assertThat(keycloak()).resource("Service", "keycloak").hasNo("/metadata/annotations");
  }

  @Test
  void rejects_another_namespace_than_its_operator_s() {
    var app = new App();
    var operator =
        new KeycloakOperator(app, "keycloak-operator", KeycloakOperatorProps.builder().build());
    var pooler =
        new ServiceRef("keycloak-pooler", "database", Port.of(5432), Port.of(5432), Map.of(), TEST);
    var props =
        KeycloakProps.builder()
            .namespace(NamespaceRef.of("sso"))
            .operator(operator.operator())
            .hostname(Hostname.of("keycloak.example.org"))
            .entry(
                new ListenerRef(
                    "internal",
                    "gateway",
                    "https",
                    Hostname.of("*.example.org"),
                    Ip.of("10.0.0.1"),
                    TEST))
            .database(new DatabaseRef(pooler, "keycloak", store.item("keycloak-database")))
            .administrator(store.item("keycloak-admin"))
            .build();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(new Keycloak(app, "keycloak", props)::objects)
        .withMessage(
            "Keycloak runs in sso, but its operator looks at keycloak only: give both the same namespace");
  }

  @Test
  void rejects_no_servers_and_no_connections() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().connections(0).build())
        .withMessage("connections is 0: a server needs at least 1");
  }

  private final class Exporting extends Cluster {
    private final Keycloak keycloak = new Keycloak(this, "keycloak", props().build());

    private Exporting(Construct scope) {
      super(scope, clusterPlan());
      export(new Exports(keycloak.service()));
    }
  }

  record Exports(ServiceRef keycloak) {}

  private static ClusterPlan clusterPlan() {
    return ClusterPlan.builder()
        .name("one")
        .purpose("A test.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
        .pods(Cidr.of("10.244.0.0/16"))
        .services(Cidr.of("10.96.0.0/16"))
        .apiEndpoint(Ip.of("10.0.0.9"))
        .addPools(new LoadBalancerPool("one", IpRange.of("10.0.0.100", "10.0.0.110")))
        .build();
  }
}

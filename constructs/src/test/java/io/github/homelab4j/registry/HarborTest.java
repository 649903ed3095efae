package io.github.homelab4j.registry;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class HarborTest {
  private final Provider elsewhere = Provider.external("a test");
  private final SecretStoreRef store = new SecretStoreRef("vault", elsewhere);

  @Test
  void is_reached_through_the_listener_and_leaves_tls_to_it() {
    assertThat(harbor())
        .values()
        .has("/expose/type", "route")
        .has("/expose/tls/enabled", false)
        .has("/expose/route/parentRefs/0/name", "apps")
        .has("/expose/route/parentRefs/0/sectionName", "https")
        .has("/expose/route/hosts/0", "harbor.example.org")
        .has("/externalURL", "https://harbor.example.org");
  }

  @Test
  void runs_two_copies_of_core_and_portal_of_which_one_may_be_drained() {
    assertThat(harbor())
        .values()
        .has("/core/replicas", 2)
        .has("/core/podDisruptionBudget/enabled", true)
        .has("/core/podDisruptionBudget/minAvailable", 1)
        .has("/portal/replicas", 2)
        .has("/portal/podDisruptionBudget/enabled", true)
        .has("/core/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname")
        // The chart writes the selector itself; twice would not be YAML.
        .hasNo("/core/topologySpreadConstraints/0/labelSelector");
  }

  @Test
  void stops_the_registry_before_its_successor_wants_the_volume() {
    assertThat(harbor())
        .values()
        .has("/updateStrategy/type", "Recreate")
        .has("/persistence/persistentVolumeClaim/registry/storageClass", "rook-ceph-block")
        .has("/persistence/persistentVolumeClaim/registry/size", "100Gi")
        .has("/jobservice/jobLoggers/0", "database");
  }

  @Test
  void uses_database_and_cache_from_outside() {
    var harbor = harbor();
    assertThat(harbor)
        .values()
        .has("/database/external/host", "harbor-pooler.postgres.svc.cluster.local")
        .has("/database/external/port", "5432")
        .has("/database/external/coreDatabase", "harbor")
        .has("/database/external/existingSecret", "harbor-postgres-harbor")
        .has("/redis/external/addr", "dragonfly-harbor.dragonfly.svc.cluster.local:6379")
        .hasNo("/redis/external/password");
    assertThat(harbor)
        .resource("HelmRelease", "harbor")
        .has("/spec/valuesFrom/0/targetPath", "database.external.username")
        .has("/spec/valuesFrom/1/targetPath", "redis.external.password")
        .has("/spec/valuesFrom/1/name", "harbor-dragonfly");
  }

  @Test
  void lets_the_chart_generate_no_secret() {
    var harbor = harbor();
    assertThat(harbor)
        .values()
        .has("/existingSecretAdminPassword", "harbor-own")
        .has("/existingSecretSecretKey", "harbor-own")
        .has("/core/existingSecret", "harbor-own")
        .has("/core/secretName", "harbor-own")
        .has("/core/existingXsrfSecret", "harbor-own")
        .has("/jobservice/existingSecret", "harbor-own")
        .has("/registry/existingSecret", "harbor-own")
        .has("/registry/credentials/existingSecret", "harbor-own");
    assertThat(harbor)
        .resource("ExternalSecret", "harbor-own")
        .has("/spec/target/template/data/tls.key", "{{ .tls_key }}")
        .has("/spec/data/0/remoteRef/property", "admin-password");
  }

  @Test
  void takes_its_login_from_a_secret_that_core_reads() {
    var harbor =
        new Harbor(new App(), "harbor", props().login(login()).adminGroup("admins").build());
    assertThat(harbor)
        .values()
        .has("/core/extraEnvVars/0/name", "CONFIG_OVERWRITE_JSON")
        .has("/core/extraEnvVars/0/valueFrom/secretKeyRef/name", "harbor-login");
    assertThat(harbor)
        .resource("ExternalSecret", "harbor-login")
        .has(
            "/spec/target/template/data/config.json",
            """
            {
              "auth_mode": "oidc_auth",
              "oidc_name": "Single sign-on",
              "oidc_endpoint": "https://keycloak.example.org/realms/example",
              "oidc_client_id": "harbor",
              "oidc_client_secret": {{ .secret | toJson }},
              "oidc_scope": "openid,profile,email,offline_access",
              "oidc_user_claim": "preferred_username",
              "oidc_groups_claim": "groups",
              "oidc_admin_group": "admins",
              "oidc_auto_onboard": true,
              "oidc_verify_cert": true
            }
            """);
    assertThat(harbor()).values().hasNo("/core/extraEnvVars");
  }

  @Test
  void runs_where_pods_are_restricted() {
    assertThat(harbor().podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
  }

  @Test
  void has_no_volume_for_a_scanner_that_is_off() {
    assertThat(new Harbor(new App(), "harbor", props().scanner(false).build()))
        .values()
        .has("/trivy/enabled", false)
        .hasNo("/persistence/persistentVolumeClaim/trivy");
  }

  @Test
  void provides_core_under_the_name_that_the_chart_gives_it() {
    assertThat(harbor().core().host()).isEqualTo("harbor-core.harbor.svc.cluster.local");
    assertThat(new Harbor(new App(), "images", props().build()).core().name())
        .isEqualTo("images-harbor-core");
  }

  @Test
  void rejects_a_group_without_a_login() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().adminGroup("admins").build())
        .withMessage(
            "adminGroup is 'admins' but login is not set: pass the identity provider's client, or leave the group out");
  }

  @Test
  void rejects_no_connections() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().databaseConnections(0).build())
        .withMessage("replicas is 2 and databaseConnections is 0: both are at least 1");
  }

  private Harbor harbor() {
    return new Harbor(new App(), "harbor", props().build());
  }

  private HarborProps.Builder props() {
    return HarborProps.builder()
        .hostname(Hostname.of("harbor.example.org"))
        .listener(
            new ListenerRef(
                "apps",
                "kube-system",
                "https",
                Hostname.of("*.example.org"),
                Ip.of("10.0.0.100"),
                elsewhere))
        .storage(StorageClassRef.external("rook-ceph-block"))
        .database(
            new DatabaseRef(
                service("harbor-pooler", "postgres", 5432),
                "harbor",
                store.item("postgres-harbor")))
        .cache(
            new CacheRef(
                service("dragonfly-harbor", "dragonfly", 6379),
                store.item("dragonfly").key("harbor-password")))
        .secrets(store.item("harbor"));
  }

  private OidcClientRef login() {
    return new OidcClientRef(
        Hostname.of("keycloak.example.org"),
        "https://keycloak.example.org/realms/example",
        "harbor",
        store.item("keycloak-clients").key("harbor"),
        elsewhere);
  }

  private ServiceRef service(String name, String namespace, int port) {
    return new ServiceRef(name, namespace, Port.of(port), Port.of(port), Map.of(), elsewhere);
  }
}

package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins of infra-apps. */
class IdentityTest {
  private static final String REALM = "https://keycloak.monosense.io/realms/monosense";

  /** infra-apps.md:533: "GitLab (OIDC)". */
  @Test
  @Invariant(value = 54, lines = "530-535")
  void gitlab_logs_in_at_keycloak() {
    var login = Lab.value(Lab.APPS, "gitlab/gitlab", "/global/appConfig/omniauth");
    assertThat(login.path("enabled").asBoolean()).isTrue();
    var provider = login.path("providers");
    assertThat(provider).hasSize(1);
    assertThat(
            Lab.object(Lab.APPS, "ExternalSecret gitlab/" + provider.at("/0/secret").asText())
                .at("/spec/target/template/data/" + provider.at("/0/key").asText())
                .asText())
        .contains("name: openid_connect\n", "issuer: " + REALM + "\n", "identifier: gitlab\n");
  }

  /** infra-apps.md:534: "Harbor (OIDC)". */
  @Test
  @Invariant(value = 54, lines = "530-535")
  void harbor_logs_in_at_keycloak() {
    var variable = Lab.value(Lab.APPS, "harbor/harbor", "/core/extraEnvVars/0");
    assertThat(variable.path("name").asText()).isEqualTo("CONFIG_OVERWRITE_JSON");
    var secret = variable.at("/valueFrom/secretKeyRef");
    assertThat(
            Lab.object(Lab.APPS, "ExternalSecret harbor/" + secret.path("name").asText())
                .at("/spec/target/template/data")
                .path(secret.path("key").asText())
                .asText())
        .contains("\"auth_mode\": \"oidc_auth\"")
        .contains("\"oidc_endpoint\": \"" + REALM + "\"")
        .contains("\"oidc_client_id\": \"harbor\"");
  }

  /** infra-apps.md:535: "Grafana (OIDC)". */
  @Test
  @Invariant(value = 54, lines = "530-535")
  void grafana_logs_in_at_keycloak() {
    var login =
        Lab.value(Lab.INFRA, "observability/grafana", "/grafana.ini").path("auth.generic_oauth");
    assertThat(login.path("enabled").asBoolean()).isTrue();
    assertThat(login.path("client_id").asText()).isEqualTo("grafana");
    for (var end : new String[] {"auth_url", "token_url", "api_url"}) {
      assertThat(login.path(end).asText()).startsWith(REALM + "/protocol/openid-connect/");
    }
  }

  /** infra-apps.md:530-535: Keycloak knows each of the three. */
  @ParameterizedTest
  @CsvSource({
    "gitlab, https://gitlab.monosense.io",
    "harbor, https://harbor.monosense.io",
    "grafana, https://grafana.monosense.io"
  })
  @Invariant(value = 54, lines = "530-535")
  void keycloak_knows_its_clients(String id, String url) {
    var realm = Lab.objects("KeycloakRealmImport").get(0).at("/spec/realm");
    assertThat(realm.path("realm").asText()).isEqualTo("monosense");
    assertThat(Lab.items(realm.path("clients")))
        .filteredOn(client -> client.path("clientId").asText().equals(id))
        .singleElement()
        .satisfies(
            client -> {
              assertThat(client.path("protocol").asText()).isEqualTo("openid-connect");
              assertThat(client.path("enabled").asBoolean()).isTrue();
              assertThat(Lab.texts(client.path("redirectUris")))
                  .isNotEmpty()
                  .allMatch(uri -> uri.startsWith(url + "/"));
            });
  }
}

package io.github.homelab4j.identity;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class KeycloakRealmTest {
  private static final Provider TEST = Provider.external("a test");

  private final SecretStoreRef store = new SecretStoreRef("onepassword", TEST);
  private final OidcClient gitlab =
      OidcClient.gitlab(
          Hostname.of("gitlab.example.org"), store.item("gitlab-oidc").key("client-secret"));
  private final OidcClient grafana =
      OidcClient.grafana(
          Hostname.of("grafana.example.org"), store.item("grafana-oidc").key("client-secret"));

  private KeycloakRealmProps.Builder props() {
    var service =
        new ServiceRef("keycloak", "keycloak", Port.of(8080), Port.of(8080), Map.of(), TEST);
    return KeycloakRealmProps.builder()
        .keycloak(new KeycloakInstance("keycloak", Hostname.of("keycloak.example.org"), service));
  }

  private KeycloakRealm realm() {
    return new KeycloakRealm(
        new App(), "keycloak-realm", props().realm("home").addClients(gitlab, grafana).build());
  }

  @Test
  void lets_each_login_return_to_its_own_application_only() {
    assertThat(realm())
        .resource("KeycloakRealmImport", "keycloak-realm-r1")
        .has("/spec/keycloakCRName", "keycloak")
        .has("/spec/realm/realm", "home")
        .has("/spec/realm/registrationAllowed", false)
        .has("/spec/realm/clients/0/clientId", "gitlab")
        .has(
            "/spec/realm/clients/0/redirectUris/0",
            "https://gitlab.example.org/users/auth/openid_connect/callback")
        .has(
            "/spec/realm/clients/1/redirectUris/0",
            "https://grafana.example.org/login/generic_oauth")
        .has("/spec/realm/clients/0/directAccessGrantsEnabled", false)
        .has("/spec/realm/clients/0/publicClient", false);
  }

  @Test
  void names_groups_in_tokens_and_keeps_keycloak_s_own_scopes() {
    assertThat(realm())
        .resource("KeycloakRealmImport", "keycloak-realm-r1")
        .has("/spec/realm/groups/0/name", "admins")
        .has(
            "/spec/realm/clients/1/protocolMappers/0/protocolMapper",
            "oidc-group-membership-mapper")
        .has("/spec/realm/clients/1/protocolMappers/0/config/claim.name", "groups")
        .has("/spec/realm/clients/1/protocolMappers/0/config/full.path", "false")
        .hasNo("/spec/realm/clientScopes");
  }

  @Test
  void holds_placeholders_where_secrets_go() {
    assertThat(realm())
        .resource("KeycloakRealmImport", "keycloak-realm-r1")
        .has("/spec/realm/clients/0/secret", "${GITLAB_CLIENT_SECRET}")
        .has("/spec/placeholders/GITLAB_CLIENT_SECRET/secret/name", "keycloak-realm-gitlab-oidc")
        .has("/spec/placeholders/GITLAB_CLIENT_SECRET/secret/key", "client-secret");
    assertThat(realm())
        .resource("ExternalSecret", "keycloak-realm-gitlab-oidc")
        .has("/spec/data/0/remoteRef/key", "gitlab-oidc");
  }

  @Test
  void hands_out_its_clients() {
    var realm = realm();
    var client = realm.client("gitlab");
    assertThat(client.issuer()).isEqualTo("https://keycloak.example.org/realms/home");
    assertThat(client.clientId()).isEqualTo("gitlab");
    assertThat(client.secret()).isEqualTo(store.item("gitlab-oidc").key("client-secret"));
    assertThat(client.provider().component()).contains(realm);
  }

  @Test
  void imports_again_under_another_name_when_the_revision_is_raised() {
    assertThat(
            new KeycloakRealm(
                new App(), "keycloak-realm", props().realm("home").revision(2).build()))
        .resource("KeycloakRealmImport", "keycloak-realm-r2");
  }

  @Test
  void rejects_a_client_that_it_does_not_have() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> realm().client("harbor"))
        .withMessage(
            "realm home has no client 'harbor' (it has gitlab, grafana): add it to its clients");
  }

  @Test
  void rejects_another_namespace_than_its_keycloak_s() {
    var realm =
        new KeycloakRealm(
            new App(),
            "keycloak-realm",
            props().realm("home").namespace(NamespaceRef.of("sso")).build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(realm::objects)
        .withMessage("realm home is in sso, but its Keycloak in keycloak: leave its namespace out");
  }

  @Test
  void rejects_keycloak_s_own_realm_clients_given_twice_and_revisions_below_one() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().realm("master").build())
        .withMessageStartingWith("'master' cannot be the name of a realm here");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().realm("home").addClients(gitlab, gitlab).build())
        .withMessage("client 'gitlab' of realm home is given twice: keep one");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().realm("home").revision(0).build())
        .withMessage("revision is 0: count from 1");
  }

  @Test
  void rejects_a_login_that_could_return_anywhere() {
    var secret = store.item("x").key("client-secret");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> new OidcClient("wiki", "Wiki", Hostname.of("wiki.example.org"), "/*", secret))
        .withMessageStartingWith("callback of client wiki is '/*'");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> new OidcClient("Wiki", "Wiki", Hostname.of("wiki.example.org"), "/", secret))
        .withMessage("'Wiki' is not a client id: use lower-case letters, digits and hyphens");
  }
}

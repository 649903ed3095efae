package io.github.homelab4j.identity;

import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.Client;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.ProtocolMapper;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.Realm;
import io.github.homelab4j.crd.keycloak.KeycloakRealmImport.RealmGroup;
import java.util.Locale;
import java.util.Map;

/** A {@link KeycloakRealm} as Keycloak imports it. */
final class RealmModel {
  private static final String PROTOCOL = "openid-connect";

  private RealmModel() {}

  // No client scopes here: named ones would take the place of all that Keycloak brings, and with
  // them of e-mail and profile in tokens.
  static Realm of(KeycloakRealmProps props) {
    return Realm.builder()
        .realm(props.realm())
        .displayName(props.title())
        .enabled(true)
        .sslRequired("external")
        .registrationAllowed(false)
        .loginWithEmailAllowed(true)
        .resetPasswordAllowed(false)
        .bruteForceProtected(true)
        .addAllGroups(props.groups().stream().map(RealmGroup::new).toList())
        .addAllClients(props.clients().stream().map(RealmModel::client).toList())
        .build();
  }

  private static Client client(OidcClient client) {
    var url = client.hostname().https();
    return Client.builder()
        .clientId(client.id())
        .name(client.title())
        .enabled(true)
        .protocol(PROTOCOL)
        .publicClient(false)
        .clientAuthenticatorType("client-secret")
        .secret("${" + variable(client) + "}")
        .standardFlowEnabled(true)
        .directAccessGrantsEnabled(false)
        .rootUrl(url)
        .addRedirectUri(url + client.callback())
        .addWebOrigin(url)
        // "+" stands for the redirect URIs.
        .putAttribute("post.logout.redirect.uris", "+")
        .addProtocolMapper(groups())
        .build();
  }

  private static ProtocolMapper groups() {
    var on = "true";
    var config =
        Map.of(
            "claim.name",
            "groups",
            "full.path",
            "false",
            "id.token.claim",
            on,
            "access.token.claim",
            on,
            "userinfo.token.claim",
            on);
    return new ProtocolMapper("groups", PROTOCOL, "oidc-group-membership-mapper", config);
  }

  // The import's Job has them as environment variables.
  static String variable(OidcClient client) {
    return client.id().toUpperCase(Locale.ROOT).replace('-', '_') + "_CLIENT_SECRET";
  }
}

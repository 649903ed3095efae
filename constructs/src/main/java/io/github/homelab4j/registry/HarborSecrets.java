package io.github.homelab4j.registry;

import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StoreItemRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets in the forms that parts of Harbor read. */
final class HarborSecrets {
  static final String CONFIG = "config.json";

  private HarborSecrets() {}

  /** Everything that Harbor keeps secret itself, with the keys that its chart reads. */
  static SecretTemplate own(String release, StoreItemRef secrets) {
    var template = SecretTemplate.named(release + "-own");
    for (var key : keys().entrySet()) {
      template = template.key(key.getKey(), secrets.key(key.getValue()));
    }
    return template;
  }

  /** The properties that the item of Harbor's own secrets needs, for people. */
  static String properties() {
    return String.join(", ", keys().values());
  }

  /**
   * What is given this way cannot be changed in the user interface, so a change in Git takes
   * effect.
   */
  static SecretTemplate login(String release, OidcClientRef client, Optional<String> adminGroup) {
    var admins = adminGroup.map("\"oidc_admin_group\": \"%s\",\n  "::formatted).orElse("");
    return SecretTemplate.named(release + "-login")
        .source("secret", client.secret())
        .entry(
            CONFIG,
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
}

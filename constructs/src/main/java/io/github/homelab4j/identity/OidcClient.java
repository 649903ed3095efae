package io.github.homelab4j.identity;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.unit.Hostname;

/**
 * An application that logs people in by OpenID Connect, with the path that its login returns to.
 *
 * @param id its id in the protocol
 * @param title what people see
 * @param hostname where the application is
 * @param callback path that the login returns to
 * @param secret the secret that both sides know
 * @throws InvalidPropsException when the id is not made of lower-case letters, digits and hyphens,
 *     or the callback is not a path
 */
public record OidcClient(
    String id, String title, Hostname hostname, String callback, StoreKeyRef secret) {
  /** Checks the forms. */
  public OidcClient {
    if (!id.matches("[a-z][-a-z0-9]*")) {
      throw new InvalidPropsException(
          "'%s' is not a client id: use lower-case letters, digits and hyphens".formatted(id));
    }
    if (!callback.startsWith("/") || callback.contains("*")) {
      throw new InvalidPropsException(
          "callback of client %s is '%s': give one path that begins with a slash; with an asterisk a login could return anywhere"
              .formatted(id, callback));
    }
  }

  /** GitLab, by OmniAuth's provider {@code openid_connect}. */
  public static OidcClient gitlab(Hostname hostname, StoreKeyRef secret) {
    return new OidcClient(
        "gitlab", "GitLab", hostname, "/users/auth/openid_connect/callback", secret);
  }

  /** Harbor. */
  public static OidcClient harbor(Hostname hostname, StoreKeyRef secret) {
    return new OidcClient("harbor", "Harbor", hostname, "/c/oidc/callback", secret);
  }

  /** Grafana, by {@code auth.generic_oauth}. */
  public static OidcClient grafana(Hostname hostname, StoreKeyRef secret) {
    return new OidcClient("grafana", "Grafana", hostname, "/login/generic_oauth", secret);
  }

  /** Argo CD. */
  public static OidcClient argoCd(Hostname hostname, StoreKeyRef secret) {
    return new OidcClient("argo-cd", "Argo CD", hostname, "/auth/callback", secret);
  }
}

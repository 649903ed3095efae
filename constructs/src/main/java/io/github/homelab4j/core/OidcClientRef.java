package io.github.homelab4j.core;

import io.github.homelab4j.unit.Hostname;
import java.util.List;

/**
 * A confidential OpenID Connect client of an identity provider.
 *
 * @param hostname where the identity provider is reached
 * @param issuer the issuer URL, whose {@code /.well-known/openid-configuration} clients read
 * @param clientId the client's id
 * @param secret the client's secret
 * @param provider who creates the client
 */
public record OidcClientRef(
    Hostname hostname, String issuer, String clientId, StoreKeyRef secret, Provider provider)
    implements Ref {
  @Override
  public Loss loss() {
    return Loss.DEGRADES;
  }

  @Override
  public String without() {
    return "nobody logs in by it";
  }

  @Override
  public String describe() {
    return "OIDC client %s at %s".formatted(clientId, issuer);
  }

  @Override
  public List<Ref> parts() {
    return List.of(secret);
  }
}

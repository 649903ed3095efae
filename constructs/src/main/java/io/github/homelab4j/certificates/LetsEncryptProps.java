package io.github.homelab4j.certificates;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link LetsEncrypt}. */
@Value.Immutable
public interface LetsEncryptProps extends ComponentProps {
  /** The address that Let's Encrypt writes to about the account. */
  String email();

  /** The DNS zones at Cloudflare that certificates may be issued for. */
  List<Hostname> zones();

  /** A Cloudflare API token that may edit DNS in these zones and read them. */
  SecretSource apiToken();

  /** The name of the issuer that browsers trust; {@code letsencrypt-prod} by default. */
  @Value.Default
  default String productionName() {
    return "letsencrypt-prod";
  }

  /** The name of the issuer to try things with; {@code letsencrypt-staging} by default. */
  @Value.Default
  default String stagingName() {
    return "letsencrypt-staging";
  }

  /**
   * The name of the Secret that is made of the token's item; by default one of the component's id
   * and the item.
   */
  Optional<String> tokenSecret();

  /** A mail address, at least one zone, and names that tell the issuers apart. */
  @Value.Check
  default void check() {
    if (!email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      Invalid.setting(
          "'%s' is not a mail address: Let's Encrypt refuses such an account; write one as admin@example.org"
              .formatted(email()));
    }
    if (productionName().equals(stagingName())) {
      Invalid.setting(
          "both issuers are called %s: give one of them another name".formatted(stagingName()));
    }
    if (tokenSecret().isPresent() && !(apiToken() instanceof StoreKeyRef)) {
      Invalid.setting(
          "secret %s shall be made of %s, which is a Secret already: leave tokenSecret out"
              .formatted(tokenSecret().orElseThrow(), apiToken().describe()));
    }
    if (zones().isEmpty()) {
      Invalid.setting("zones is empty: name the DNS zones that certificates are for");
    }
    zones().stream()
        .filter(zone -> zone.name().startsWith("*."))
        .findFirst()
        .ifPresent(
            zone -> {
              Invalid.setting(
                  "zone %s begins with an asterisk: give the zone itself, %s"
                      .formatted(zone, zone.name().substring(2)));
            });
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LetsEncryptProps}. */
  final class Builder extends ImmutableLetsEncryptProps.Builder {}
}

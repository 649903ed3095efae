package io.github.homelab4j.security;

import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.unit.Hostname;
import org.immutables.value.Value;

/** Settings of {@link Spire}. */
@Value.Immutable
public interface SpireProps extends HelmProps, HasStorage {
  /**
   * The name that all identities are under, as {@code spiffe://<trust domain>/…}; never changed
   * later.
   */
  Hostname trustDomain();

  /** How agents name the cluster they are in. */
  String clusterName();

  /** The country in the subject of SPIRE's own CA, two letters. */
  String country();

  /** The organization in the subject of SPIRE's own CA. */
  String organization();

  /**
   * Whether identities can be checked as OpenID Connect tokens by others; off by default, as it
   * needs a public name.
   */
  @Value.Default
  default boolean oidcDiscovery() {
    return false;
  }

  /** Two letters for the country. */
  @Value.Check
  default void check() {
    if (!country().matches("[A-Z]{2}")) {
      Invalid.setting(
          "country is '%s': a certificate's subject takes the two capital letters of ISO 3166, as ID"
              .formatted(country()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SpireProps}. */
  final class Builder extends ImmutableSpireProps.Builder {}
}

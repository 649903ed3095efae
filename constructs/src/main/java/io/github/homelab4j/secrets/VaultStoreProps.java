package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import java.net.URI;
import java.util.Set;
import org.immutables.value.Value;

/** Settings of {@link VaultStore}. */
@Value.Immutable
public interface VaultStoreProps extends ComponentProps {
  /** Where Vault is, with scheme and port; from the plan. */
  URI server();

  /**
   * The mount of the key-value engine; {@code kv} by default, as {@code vault secrets enable kv-v2}
   * makes it.
   */
  @Value.Default
  default String engine() {
    return "kv";
  }

  /**
   * The mount of Vault's Kubernetes login; {@code kubernetes} by default. Two clusters need two.
   */
  @Value.Default
  default String login() {
    return "kubernetes";
  }

  /** The role that Vault gives to External Secrets; {@code external-secrets} by default. */
  @Value.Default
  default String role() {
    return "external-secrets";
  }

  /** An absolute URL. */
  @Value.Check
  default void check() {
    if (!Set.of("http", "https").contains(String.valueOf(server().getScheme()))
        || server().getHost() == null) {
      Invalid.setting(
          "'%s' is not where a Vault can be: write scheme, host and port, as https://vault.example.org:8200"
              .formatted(server()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VaultStoreProps}. */
  final class Builder extends ImmutableVaultStoreProps.Builder {}
}

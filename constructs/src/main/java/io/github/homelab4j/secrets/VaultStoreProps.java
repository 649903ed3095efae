package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.VaultRef;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Settings of {@link VaultStore}. */
@Value.Immutable
public interface VaultStoreProps extends ComponentProps {
  /** A Vault of this homelab, with engine, login and role; in place of those below. */
  Optional<VaultRef> vault();

  /** Where another Vault is, with scheme and port; from the plan. */
  Optional<URI> server();

  /**
   * The certificate authority that signed Vault's certificate, as a key of a Secret; by default
   * those that everybody trusts.
   */
  Optional<SecretKeyRef> certificateAuthority();

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

  /** One Vault, by an absolute URL. */
  @Value.Check
  default void check() {
    if (vault().isPresent() == server().isPresent()) {
      Invalid.setting(
          "the store is of %s: give it a vault of this homelab, or else the server of another"
              .formatted(vault().isPresent() ? "two Vaults" : "no Vault"));
    }
    server()
        .filter(
            url ->
                !Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                    || url.getHost() == null)
        .ifPresent(
            url ->
                Invalid.setting(
                    "'%s' is not where a Vault can be: write scheme, host and port, as https://vault.example.org:8200"
                        .formatted(url)));
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VaultStoreProps}. */
  final class Builder extends ImmutableVaultStoreProps.Builder {}
}

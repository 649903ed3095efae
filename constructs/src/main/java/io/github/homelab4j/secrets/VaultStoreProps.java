package io.github.homelab4j.secrets;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.SecretKeyRef;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Settings of {@link VaultStore}. */
@Value.Immutable
public interface VaultStoreProps extends ComponentProps {
  /** Where Vault is, with scheme and port, when no machine of the plan runs it. */
  Optional<URI> server();

  /** Vault on a machine of the plan, which it serves by HTTPS. */
  Optional<HostServiceRef> host();

  /**
   * The certificates, as PEM, of which one signed Vault's own: a key of a Secret that is there
   * before anything can be read from Vault, as an encrypted file of the owner's is. By default one
   * of those that every system trusts.
   */
  Optional<SecretKeyRef> authority();

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

  /** Vault is at one place, and it is one. */
  @Value.Check
  default void check() {
    if (server().isPresent() == host().isPresent()) {
      Invalid.setting(
          "Vault has %s: give either the server's URL or the host that runs it"
              .formatted(host().isPresent() ? "a URL and a host" : "neither URL nor host"));
    }
    server().ifPresent(this::check);
  }

  private void check(URI url) {
    if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))
        || url.getHost() == null) {
      Invalid.setting(
          "'%s' is not where a Vault can be: write scheme, host and port, as https://vault.example.org:8200"
              .formatted(url));
    }
    if ("http".equals(url.getScheme()) && authority().isPresent()) {
      Invalid.setting(
          "%s shall prove Vault at %s, which shows no certificate: write https, or leave authority out"
              .formatted(authority().orElseThrow().describe(), url));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VaultStoreProps}. */
  final class Builder extends ImmutableVaultStoreProps.Builder {}
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Settings of {@link VaultServer}. */
@Value.Immutable
public interface VaultServerProps extends HasHost {
  /** Where the package puts a certificate. */
  String CERTIFICATE = "/opt/vault/tls/tls.crt";

  /** The machine; its service {@code vault} says on which port. */
  @Override
  HostPlan host();

  /** The clusters whose External Secrets reads it. */
  List<ClusterPlan> clusters();

  /**
   * The name of the stores by which clusters read it; {@code vault-backend} by default, and the id
   * of each VaultStore.
   */
  @Value.Default
  default String store() {
    return "vault-backend";
  }

  /** The mount of the key-value engine; {@code kv} by default. */
  @Value.Default
  default String engine() {
    return "kv";
  }

  /** The role that External Secrets gets; {@code external-secrets} by default. */
  @Value.Default
  default String role() {
    return "external-secrets";
  }

  /** The folder with the data; {@code /opt/vault/data} by default, as the package makes it. */
  @Value.Default
  default String data() {
    return "/opt/vault/data";
  }

  /**
   * The file with its certificate and those above it; by default the package's, where one is made
   * for the machine's address, which nobody else signed, unless the one there is for it.
   */
  @Value.Default
  default String certificate() {
    return CERTIFICATE;
  }

  /** The file with the certificate's key. */
  @Value.Default
  default String certificateKey() {
    return "/opt/vault/tls/tls.key";
  }

  /** Names and paths need no quotes; somebody reads it. */
  @Value.Check
  default void check() {
    for (var name : List.of(engine(), role())) {
      if (!name.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")) {
        Invalid.setting(
            "'%s' is not a name in Vault: use lower-case letters, digits and hyphens"
                .formatted(name));
      }
    }
    Stream.of(data(), certificate(), certificateKey())
        .filter(path -> !path.matches("(/[A-Za-z0-9_.-]+)+"))
        .forEach(
            path ->
                Invalid.setting(
                    "'%s' is not a path on %s: give it absolute, in letters and digits"
                        .formatted(path, host().name())));
    if (clusters().isEmpty()) {
      Invalid.setting("no cluster reads this Vault: name one at least");
    }
    host().service(VaultServer.SERVICE);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VaultServerProps}. */
  final class Builder extends ImmutableVaultServerProps.Builder {}
}

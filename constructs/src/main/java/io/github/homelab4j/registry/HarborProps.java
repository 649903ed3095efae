package io.github.homelab4j.registry;

import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.HasDatabase;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of {@link Harbor}.
 *
 * <p>{@code replicas} are the copies of core, portal and job service. {@code storage} is the class
 * of the volumes of images and of the scanner's database.
 */
@Value.Immutable
public interface HarborProps extends HelmProps, HasDatabase, HasStorage, HasReplicas, HasMetrics {
  /** Host name of portal and registry; one that the listener serves. */
  Hostname hostname();

  /** The listener of the Gateway that the chart's own route attaches to. */
  ListenerRef listener();

  /**
   * The cache for sessions, job queues and image metadata; Harbor uses its databases 0, 1, 2 and 5.
   */
  CacheRef cache();

  /**
   * Harbor's own secrets, an item with these properties. All are made once and kept; the chart
   * would make new ones at each upgrade.
   *
   * <ul>
   *   <li>{@code admin-password}: of the user {@code admin}, which only the first start reads
   *   <li>{@code secret-key}: exactly 16 characters; passwords of other registries are encrypted
   *       with it
   *   <li>{@code core-secret}, {@code jobservice-secret}, {@code registry-http-secret}: any text,
   *       between Harbor's own parts
   *   <li>{@code csrf-key}: exactly 32 characters
   *   <li>{@code registry-password}: of the user {@code harbor_registry_user}, and {@code
   *       registry-htpasswd}: the line that {@code htpasswd -nbB harbor_registry_user
   *       <registry-password>} prints
   *   <li>{@code token-key} and {@code token-certificate}: an RSA key and a certificate for it
   *       (PEM), which sign the tokens of clients
   * </ul>
   */
  StoreItemRef secrets();

  /** Room for images and artifacts; 100 GiB. */
  @Value.Default
  default Quantity storageSize() {
    return Quantity.gi(100);
  }

  /** Whether Trivy scans images for known vulnerabilities; on. */
  @Value.Default
  default boolean scanner() {
    return true;
  }

  /** Room for Trivy's database and cache; 10 GiB. */
  @Value.Default
  default Quantity scannerStorageSize() {
    return Quantity.gi(10);
  }

  /**
   * Connections to the database that each copy of each part opens at most; 20. Together they must
   * fit the database, or the pooler's pool when that gives each client a connection for its whole
   * session.
   */
  @Value.Default
  default int databaseConnections() {
    return 20;
  }

  /** The identity provider's client for people's logins; only local users without it. */
  Optional<OidcClientRef> login();

  /**
   * Members of this group of the identity provider are administrators; nobody but {@code admin}
   * without it.
   */
  Optional<String> adminGroup();

  /** A host name that the listener serves, and settings that go together. */
  @Value.Check
  default void check() {
    Routes.check(hostname(), listener());
    if (adminGroup().isPresent() && login().isEmpty()) {
      Invalid.setting(
          "adminGroup is '%s' but login is not set: pass the identity provider's client, or leave the group out"
              .formatted(adminGroup().get()));
    }
    if (replicas() < 1 || databaseConnections() < 1) {
      Invalid.setting(
          "replicas is %s and databaseConnections is %s: both are at least 1"
              .formatted(replicas(), databaseConnections()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HarborProps}. */
  final class Builder extends ImmutableHarborProps.Builder {}
}

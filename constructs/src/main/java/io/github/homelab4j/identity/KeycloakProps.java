package io.github.homelab4j.identity;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasDatabase;
import io.github.homelab4j.core.HasIngress;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.unit.Quantity;
import org.immutables.value.Value;

/** Settings of {@link Keycloak}. */
@Value.Immutable
public interface KeycloakProps
    extends ComponentProps, HasIngress, HasDatabase, HasReplicas, HasMetrics {
  /** The operator that runs it. */
  OperatorRef operator();

  /**
   * Item with {@code username} and {@code password} of the first administrator, made when the
   * database is empty; later changes are made in Keycloak.
   */
  StoreItemRef administrator();

  /** CPU that each server asks for; half a core by default. */
  @Value.Default
  default Quantity cpu() {
    return Quantity.millis(500);
  }

  /** Memory of each server, asked for and at most; 2Gi by default, upstream's limit. */
  @Value.Default
  default Quantity memory() {
    return Quantity.gi(2);
  }

  /**
   * Connections that each server keeps to the database; 20 by default, a fifth of upstream's, which
   * is for thousands of logins a minute. Times replicas, it must fit what the database or its
   * pooler allows.
   */
  @Value.Default
  default int connections() {
    return 20;
  }

  /**
   * Whether the administration console and its API answer under the host name; off by default. Off,
   * the Gateway passes on only what logins need, and the console is at {@code
   * http://localhost:8080} for whom the Kubernetes API lets forward this port. A network policy
   * cannot keep them apart: the operator makes one of its own, which opens the port to all.
   */
  @Value.Default
  default boolean console() {
    return false;
  }

  /** At least one server with a connection. */
  @Value.Check
  default void check() {
    checkReplicas();
    if (connections() < 1) {
      Invalid.setting("connections is %s: a server needs at least 1".formatted(connections()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KeycloakProps}. */
  final class Builder extends ImmutableKeycloakProps.Builder {}
}

package io.github.homelab4j.database;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/**
 * Settings of {@link CloudNativePg}. One of its replicas leads; the others take over, since without
 * an operator no database fails over.
 */
@Value.Immutable
public interface CloudNativePgProps extends HelmProps, HasReplicas, HasMetrics {
  /**
   * Whether servers may be taken by volume snapshots; on by default, which needs a snapshot
   * controller. The operator looks for their definitions only when it starts.
   */
  @Value.Default
  default boolean volumeSnapshots() {
    return true;
  }

  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CloudNativePgProps}. */
  final class Builder extends ImmutableCloudNativePgProps.Builder {}
}

package io.github.homelab4j.cache;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/**
 * Settings of {@link DragonflyOperator}. One of its replicas leads; the others take over, since
 * without an operator no master is replaced.
 */
@Value.Immutable
public interface DragonflyOperatorProps extends HelmProps, HasReplicas, HasMetrics {
  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link DragonflyOperatorProps}. */
  final class Builder extends ImmutableDragonflyOperatorProps.Builder {}
}

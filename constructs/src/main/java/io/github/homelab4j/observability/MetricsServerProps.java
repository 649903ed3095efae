package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link MetricsServer}. */
@Value.Immutable
public interface MetricsServerProps extends HelmProps, HasReplicas, HasMetrics {
  /**
   * Whether kubelets must show a certificate that the cluster's CA signed; off by default, since
   * K3s and Talos sign their own.
   */
  @Value.Default
  default boolean verifyKubelets() {
    return false;
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

  /** Builds {@link MetricsServerProps}. */
  final class Builder extends ImmutableMetricsServerProps.Builder {}
}

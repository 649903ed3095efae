package io.github.homelab4j.gitops;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link FluxOperator}. */
@Value.Immutable
public interface FluxOperatorProps extends HelmProps, HasMetrics {
  /**
   * Whether the operator serves its status page, on port 9080 inside the cluster; off by default,
   * as it asks nobody for a login.
   */
  @Value.Default
  default boolean web() {
    return false;
  }

  /**
   * How often the operator counts what Flux works on, for its metrics; every 30 s by default, every
   * 5 minutes without metrics.
   */
  @Value.Default
  default Duration reportingInterval() {
    return metrics() ? Duration.ofSeconds(30) : Duration.ofMinutes(5);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link FluxOperatorProps}. */
  final class Builder extends ImmutableFluxOperatorProps.Builder {}
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link VictoriaMetricsOperator}. */
@Value.Immutable
public interface VictoriaMetricsOperatorProps extends HelmProps, HasMetrics {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VictoriaMetricsOperatorProps}. */
  final class Builder extends ImmutableVictoriaMetricsOperatorProps.Builder {}
}

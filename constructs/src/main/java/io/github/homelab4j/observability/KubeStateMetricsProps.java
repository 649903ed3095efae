package io.github.homelab4j.observability;

import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link KubeStateMetrics}: there is nothing to decide. */
@Value.Immutable
public interface KubeStateMetricsProps extends HelmProps {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KubeStateMetricsProps}. */
  final class Builder extends ImmutableKubeStateMetricsProps.Builder {}
}

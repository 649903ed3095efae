package io.github.homelab4j.observability;

import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link PrometheusOperatorCrds}: there is nothing to decide. */
@Value.Immutable
public interface PrometheusOperatorCrdsProps extends HelmProps {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PrometheusOperatorCrdsProps}. */
  final class Builder extends ImmutablePrometheusOperatorCrdsProps.Builder {}
}

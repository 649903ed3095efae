package io.github.homelab4j.storage;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/**
 * Settings of {@link RookCeph}. With {@code metrics}, the operator may create monitors for the
 * clusters that it runs.
 */
@Value.Immutable
public interface RookCephProps extends HelmProps, HasMetrics {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link RookCephProps}. */
  final class Builder extends ImmutableRookCephProps.Builder {}
}

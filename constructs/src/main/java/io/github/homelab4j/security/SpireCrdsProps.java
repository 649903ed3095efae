package io.github.homelab4j.security;

import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link SpireCrds}. */
@Value.Immutable
public interface SpireCrdsProps extends HelmProps {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SpireCrdsProps}. */
  final class Builder extends ImmutableSpireCrdsProps.Builder {}
}

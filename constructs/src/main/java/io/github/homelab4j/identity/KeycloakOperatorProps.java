package io.github.homelab4j.identity;

import io.github.homelab4j.core.ComponentProps;
import org.immutables.value.Value;

/** Settings of {@link KeycloakOperator}. */
@Value.Immutable
public interface KeycloakOperatorProps extends ComponentProps {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KeycloakOperatorProps}. */
  final class Builder extends ImmutableKeycloakOperatorProps.Builder {}
}

package io.github.homelab4j.secrets;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link ExternalSecrets}. */
@Value.Immutable
public interface ExternalSecretsProps extends HelmProps, HasReplicas, HasMetrics {
  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ExternalSecretsProps}. */
  final class Builder extends ImmutableExternalSecretsProps.Builder {}
}

package io.github.homelab4j.secrets;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.InvalidPropsException;
import org.immutables.value.Value;

/** Settings of {@link ExternalSecrets}. */
@Value.Immutable
public interface ExternalSecretsProps extends HelmProps, HasReplicas, HasMetrics {
  /** At least one copy. */
  @Value.Check
  default void check() {
    if (replicas() < 1) {
      throw new InvalidPropsException(
          "replicas is %s: run at least 1, or leave the component out".formatted(replicas()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ExternalSecretsProps}. */
  final class Builder extends ImmutableExternalSecretsProps.Builder {}
}

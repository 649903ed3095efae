package io.github.homelab4j.secrets;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.SecretKeyRef;
import org.immutables.value.Value;

/** Settings of {@link OnePasswordConnect}. */
@Value.Immutable
public interface OnePasswordConnectProps extends HelmProps, HasReplicas, HasMetrics {
  /**
   * The key of a Secret that holds {@code 1password-credentials.json}, in the namespace of Connect.
   */
  SecretKeyRef credentials();

  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OnePasswordConnectProps}. */
  final class Builder extends ImmutableOnePasswordConnectProps.Builder {}
}

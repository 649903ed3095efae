package io.github.homelab4j.gitops;

import io.github.homelab4j.core.HasIngress;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.OidcClientRef;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link ArgoCd}. */
@Value.Immutable
public interface ArgoCdProps extends HelmProps, HasIngress, HasReplicas, HasMetrics {
  /**
   * The client to log people in with, whose tokens name groups in the claim {@code groups}; none by
   * default: only the built-in administrator.
   */
  Optional<OidcClientRef> login();

  /**
   * The group whose members may do everything; {@code admins} by default. All others may only look.
   */
  @Value.Default
  default String adminGroup() {
    return "admins";
  }

  /** Whether the controller that sends notifications runs; off by default. */
  @Value.Default
  default boolean notifications() {
    return false;
  }

  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ArgoCdProps}. */
  final class Builder extends ImmutableArgoCdProps.Builder {}
}

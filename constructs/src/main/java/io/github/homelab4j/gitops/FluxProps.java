package io.github.homelab4j.gitops;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.OperatorRef;
import org.immutables.value.Value;

/** Settings of {@link Flux}. */
@Value.Immutable
public interface FluxProps extends ComponentProps, HasMetrics {
  /** The operator that installs the controllers. */
  OperatorRef operator();

  /**
   * How many Kustomizations and releases it works on at a time, and the memory for it; {@link
   * Size#MEDIUM} by default.
   */
  @Value.Default
  default Size size() {
    return Size.MEDIUM;
  }

  /**
   * Whether the two image controllers run; on by default. They do nothing until an ImagePolicy and
   * an ImageUpdateAutomation are applied.
   */
  @Value.Default
  default boolean imageAutomation() {
    return true;
  }

  /**
   * Whether other namespaces are kept from all of the controllers' ports but metrics and webhooks;
   * on by default.
   */
  @Value.Default
  default boolean networkPolicy() {
    return true;
  }

  /** Sizes as the operator knows them. */
  enum Size {
    /** 5 at a time, 512Mi: for single-board computers. */
    SMALL,
    /** 10 at a time, 1Gi. */
    MEDIUM,
    /** 20 at a time, 3Gi. */
    LARGE
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link FluxProps}. */
  final class Builder extends ImmutableFluxProps.Builder {}
}

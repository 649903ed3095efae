package io.github.homelab4j.ingress;

import io.github.homelab4j.core.ComponentProps;
import org.immutables.value.Value;

/** Settings of {@link GatewayApi}. */
@Value.Immutable
public interface GatewayApiProps extends ComponentProps {
  /**
   * Whether kinds and fields that may still change are there as well; off by default, so that an
   * upgrade takes nothing away.
   */
  @Value.Default
  default boolean experimental() {
    return false;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GatewayApiProps}. */
  final class Builder extends ImmutableGatewayApiProps.Builder {}
}

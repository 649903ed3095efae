package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import org.immutables.value.Value;

/** Settings of {@link FluentBit}. */
@Value.Immutable
public interface FluentBitProps extends HelmProps, HasMetrics {
  /** VictoriaLogs, of this cluster or another one of the mesh. */
  ServiceRef logs();

  /**
   * How much waits on each node's disk while the store does not answer; 1Gi by default, at least
   * 1Mi.
   */
  @Value.Default
  default Quantity buffer() {
    return Quantity.gi(1);
  }

  /** What it asks for and may take on each node. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(256));
  }

  /** The buffer is counted in mebibytes. */
  @Value.Check
  default void check() {
    if (buffer().compareTo(Quantity.mi(1)) < 0) {
      Invalid.setting(
          "buffer is %s: give each node at least 1Mi, as Quantity.gi(1)".formatted(buffer()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link FluentBitProps}. */
  final class Builder extends ImmutableFluentBitProps.Builder {}
}

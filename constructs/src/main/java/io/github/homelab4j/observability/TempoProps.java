package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link Tempo}. */
@Value.Immutable
public interface TempoProps extends HelmProps, HasStorage, HasMetrics {
  /** The size of its volume; 20Gi by default. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(20);
  }

  /** How long traces are kept; 3 days by default: they explain what happened just now. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(3);
  }

  /** What it asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(100), Quantity.mi(512), Quantity.gi(2));
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link TempoProps}. */
  final class Builder extends ImmutableTempoProps.Builder {}
}

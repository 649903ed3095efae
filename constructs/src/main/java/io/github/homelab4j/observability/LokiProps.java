package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link Loki}. */
@Value.Immutable
public interface LokiProps extends HelmProps, HasStorage, HasMetrics {
  /**
   * The size of its volume; 20Gi by default. Nothing goes before its time when it is full, so leave
   * room.
   */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(20);
  }

  /** How long logs are kept, in whole hours, at least a day; 14 days by default. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(14);
  }

  /** What it asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(100), Quantity.mi(256), Quantity.gi(1));
  }

  /** Retention is one that Loki takes. */
  @Value.Check
  default void check() {
    if (!retention().equals(Duration.ofHours(retention().toHours()))
        || retention().compareTo(Duration.ofDays(1)) < 0) {
      Invalid.setting(
          "retention is %s: Loki keeps whole hours, at least 24; give it as Duration.ofDays(…)"
              .formatted(retention()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LokiProps}. */
  final class Builder extends ImmutableLokiProps.Builder {}
}

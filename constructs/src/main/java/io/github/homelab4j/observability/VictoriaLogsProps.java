package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link VictoriaLogs}. */
@Value.Immutable
public interface VictoriaLogsProps extends HelmProps, HasStorage, HasMetrics {
  /**
   * The size of its volume; 50Gi by default. The oldest logs go when nine tenths are used, even
   * before their time.
   */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(50);
  }

  /** How long logs are kept, in whole days; 14 days by default. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(14);
  }

  /** What it asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(100), Quantity.mi(512), Quantity.gi(2));
  }

  /** Retention is counted in days. */
  @Value.Check
  default void check() {
    if (!retention().equals(Duration.ofDays(retention().toDays())) || retention().toDays() < 1) {
      Invalid.setting(
          "retention is %s: VictoriaLogs keeps whole days, at least one; give it as Duration.ofDays(…)"
              .formatted(retention()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VictoriaLogsProps}. */
  final class Builder extends ImmutableVictoriaLogsProps.Builder {}
}

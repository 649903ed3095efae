package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link VmSingle}. */
@Value.Immutable
public interface VmSingleProps extends ComponentProps, HasStorage {
  /** The operator that runs it. */
  OperatorRef operator();

  /**
   * The size of its volume; 50Gi by default: about a month of a homelab of two small clusters,
   * several times over.
   */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(50);
  }

  /** How long samples are kept, in whole days; 30 days by default. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(30);
  }

  /**
   * Of samples of the same series within this time one is kept: the scrape interval where scrapers
   * run in pairs. 30 s by default, like {@link VmAgentProps#scrapeInterval}.
   */
  @Value.Default
  default Duration deduplication() {
    return Duration.ofSeconds(30);
  }

  /** What it asks for and may take; scaling it means more memory here. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(250), Quantity.gi(1), Quantity.gi(3));
  }

  /** Retention is counted in days. */
  @Value.Check
  default void check() {
    if (!retention().equals(Duration.ofDays(retention().toDays())) || retention().toDays() < 1) {
      Invalid.setting(
          "retention is %s: VictoriaMetrics keeps whole days, at least one; give it as Duration.ofDays(…)"
              .formatted(retention()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VmSingleProps}. */
  final class Builder extends ImmutableVmSingleProps.Builder {}
}

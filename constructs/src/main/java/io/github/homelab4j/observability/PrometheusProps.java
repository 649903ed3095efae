package io.github.homelab4j.observability;

import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link Prometheus}. */
@Value.Immutable
public interface PrometheusProps extends ComponentProps, HasReplicas, HasStorage, HasMetrics {
  /** The operator that runs it: {@link PrometheusOperator#operator()}. */
  OperatorRef operator();

  /** Who gets the alerts: {@link Alertmanager#alerts()}. By default nobody. */
  Optional<AlertsRef> alertmanager();

  /**
   * Where people reach it. It has no login, so by default they do not: {@code kubectl
   * port-forward}.
   */
  Optional<Published> published();

  /** Copies, each with all samples; 1 by default, since each takes the same memory and volume. */
  @Override
  @Value.Default
  default int replicas() {
    return 1;
  }

  /** How often targets are scraped that do not say so themselves; 30 s by default. */
  @Value.Default
  default Duration scrapeInterval() {
    return Duration.ofSeconds(30);
  }

  /**
   * How often rules are evaluated that do not say so themselves; 1 minute by default, two scrapes.
   */
  @Value.Default
  default Duration evaluationInterval() {
    return Duration.ofMinutes(1);
  }

  /** How long samples are kept, in whole days; 15 days by default. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(15);
  }

  /** The size of each copy's volume; 20Gi by default: 15 days of a small cluster, twice over. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(20);
  }

  /**
   * How many bytes of samples are kept at most; four fifths of {@link #size} by default, which
   * leaves room for what is being written. The oldest go first.
   */
  @Value.Default
  default Quantity retentionSize() {
    return Quantity.mi(OperatedPods.mebibytes(size()) * 4 / 5);
  }

  /** Whether this library's own rules are there; on by default. */
  @Value.Default
  default boolean defaultRules() {
    return true;
  }

  /** What a copy asks for and may take; it takes more with each target. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(100), Quantity.mi(512), Quantity.mi(1536));
  }

  /** At least one copy, days that can be counted, and samples that fit their volume. */
  @Value.Check
  default void check() {
    checkReplicas();
    if (!retention().equals(Duration.ofDays(retention().toDays())) || retention().toDays() < 1) {
      Invalid.setting(
          "retention is %s: keep whole days, at least one; give it as Duration.ofDays(…)"
              .formatted(retention()));
    }
    if (retentionSize().compareTo(size()) >= 0) {
      Invalid.setting(
          "retentionSize is %s, but the volume has %s: keep less, or take a larger volume"
              .formatted(retentionSize().text(), size().text()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PrometheusProps}. */
  final class Builder extends ImmutablePrometheusProps.Builder {}
}

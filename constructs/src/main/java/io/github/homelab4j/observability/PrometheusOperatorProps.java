package io.github.homelab4j.observability;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link PrometheusOperator}. */
@Value.Immutable
public interface PrometheusOperatorProps extends HelmProps, HasMetrics {
  /** How often kubelets are scraped; 30 s by default, like {@link PrometheusProps}. */
  @Value.Default
  default Duration scrapeInterval() {
    return Duration.ofSeconds(30);
  }

  /**
   * Whether the Kubernetes API is scraped; on by default. Off for K3s, whose servers are one
   * program: their kubelets tell the metrics of the API too, and all would be kept twice.
   */
  @Value.Default
  default boolean apiServer() {
    return true;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PrometheusOperatorProps}. */
  final class Builder extends ImmutablePrometheusOperatorProps.Builder {}
}

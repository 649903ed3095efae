package io.github.homelab4j.crd.kafka;

/**
 * How Kafka's metrics reach Prometheus.
 *
 * @param type {@code strimziMetricsReporter} or {@code jmxPrometheusExporter}
 */
public record MetricsConfig(String type) {
  /** Strimzi's own reporter: no mapping of names to maintain. */
  public static MetricsConfig reporter() {
    return new MetricsConfig("strimziMetricsReporter");
  }
}

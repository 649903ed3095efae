package io.github.homelab4j.core;

import org.immutables.value.Value;

/** Props of what can be scraped. */
public interface HasMetrics {
  /**
   * Whether monitors, rules and dashboards are emitted; needs the Prometheus operator's kinds in
   * the cluster. On by default.
   */
  @Value.Default
  default boolean metrics() {
    return true;
  }
}

package io.github.homelab4j.kube;

/**
 * Metrics in the form of charts' values: the endpoint, and the monitor that has it read.
 *
 * @param enabled whether there is an endpoint
 * @param serviceMonitor whether there is a ServiceMonitor
 */
public record Metrics(boolean enabled, Enabled serviceMonitor) {
  /** Both when the condition holds. */
  public static Metrics when(boolean condition) {
    return new Metrics(condition, Enabled.when(condition));
  }
}

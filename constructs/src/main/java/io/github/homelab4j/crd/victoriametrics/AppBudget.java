package io.github.homelab4j.crd.victoriametrics;

/**
 * A disruption budget that the operator makes.
 *
 * @param maxUnavailable copies that may be down
 * @param unhealthyPodEvictionPolicy whether copies that are not ready may always be taken down
 */
public record AppBudget(int maxUnavailable, String unhealthyPodEvictionPolicy) {
  /** One copy at a time; a copy that is not ready serves nobody and would only block a drain. */
  public static AppBudget oneAtATime() {
    return new AppBudget(1, "AlwaysAllow");
  }
}

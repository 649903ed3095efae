package io.github.homelab4j.crd.victoriametrics;

import java.util.Optional;

/**
 * A disruption budget that the operator makes.
 *
 * @param maxUnavailable copies that may be down
 * @param unhealthyPodEvictionPolicy whether copies that are not ready may always be taken down
 */
public record AppBudget(int maxUnavailable, String unhealthyPodEvictionPolicy) {
  /**
   * One of several copies at a time, none for a single one; a copy that is not ready serves nobody
   * and would only block a drain.
   */
  public static Optional<AppBudget> oneOf(int copies) {
    return copies > 1 ? Optional.of(new AppBudget(1, "AlwaysAllow")) : Optional.empty();
  }
}

package io.github.homelab4j.kube;

import java.util.Optional;

/**
 * A disruption budget in the form of charts' values: one pod at a time may be taken down.
 *
 * @param enabled whether there is one
 * @param maxUnavailable how many may be down
 */
public record Budget(boolean enabled, int maxUnavailable) {
  /** On where there are several copies: of a single one, it would block every drain. */
  public static Budget of(int replicas) {
    return new Budget(replicas > 1, 1);
  }

  /** The same for charts that make one as soon as its limit is set. */
  public static Optional<Limit> limit(int replicas) {
    return replicas > 1 ? Optional.of(new Limit(1)) : Optional.empty();
  }

  /** How many may be down. */
  public record Limit(int maxUnavailable) {}
}

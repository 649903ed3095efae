package io.github.homelab4j.testing;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * What pods may be asked for; those of {@link WorkloadConditions}, or your own.
 *
 * @param what it, as {@code a disruption budget}
 * @param test asks a workload of a cluster
 */
public record WorkloadCondition(String what, BiFunction<ClusterView, Workload, Answer> test) {
  /** What is known of a workload. */
  public enum Answer {
    /** It has it. */
    YES,
    /** It does not have it. */
    NO,
    /** A chart or an operator decides, and what it is told does not say. */
    UNKNOWN;

    static Answer of(boolean has) {
      return has ? YES : NO;
    }

    static Answer lacks(Workload workload, String field) {
      return workload.known().test(field) ? NO : UNKNOWN;
    }
  }

  /** A condition of your own: {@code of("two replicas", (cluster, workload) -> …)}. */
  public static WorkloadCondition of(String what, BiPredicate<ClusterView, Workload> test) {
    return new WorkloadCondition(
        what, (cluster, workload) -> Answer.of(test.test(cluster, workload)));
  }
}

package io.github.homelab4j.testing;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.testing.WorkloadCondition.Answer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.util.CheckReturnValue;

/**
 * Workloads of a cluster, and what all of them must have. A selection of none fails: it would prove
 * nothing.
 */
public final class WorkloadsAssert {
  private final ClusterView cluster;
  private final List<Workload> selected;
  private final String selection;

  WorkloadsAssert(ClusterView cluster, List<Workload> selected, String selection) {
    this.cluster = cluster;
    this.selected = selected;
    this.selection = selection;
  }

  /** Only those of more than so many replicas. */
  @CheckReturnValue
  public WorkloadsAssert withReplicasAbove(int count) {
    return that(
        "with more than %s %s".formatted(count, count == 1 ? "replica" : "replicas"),
        workload -> workload.replicas().isPresent() && workload.replicas().getAsInt() > count);
  }

  /** Only those of a namespace. */
  @CheckReturnValue
  public WorkloadsAssert inNamespace(String namespace) {
    return that("in namespace " + namespace, each -> each.namespace().equals(namespace));
  }

  /** Only those of a kind, as {@code Deployment}. */
  @CheckReturnValue
  public WorkloadsAssert ofKind(String kind) {
    return that("of kind " + kind, each -> each.kind().equals(kind));
  }

  /** Only some, described so that {@code workloads …} reads well. */
  @CheckReturnValue
  public WorkloadsAssert that(String description, Predicate<Workload> which) {
    return new WorkloadsAssert(
        cluster, selected.stream().filter(which).toList(), selection + " " + description);
  }

  /** What all must have; it is checked when its reason is given. */
  @CheckReturnValue
  public Demand allHave(WorkloadCondition condition) {
    var demand = new Demand(condition);
    Pending.add(demand, "allHave(%s) without because(…)".formatted(condition.what()));
    return demand;
  }

  /** What all must have, which waits for its reason. */
  public final class Demand {
    private final WorkloadCondition condition;

    private Demand(WorkloadCondition condition) {
      this.condition = condition;
    }

    /**
     * Checks it.
     *
     * @param reason why, as the end of a sentence that lists all that lack it
     */
    public void because(String reason) {
      Pending.remove(this);
      var known = selected.stream().filter(each -> ask(each) != Answer.UNKNOWN).toList();
      if (known.isEmpty()) {
        throw new AssertionError(
            "Expecting %s to have %s, but %s"
                .formatted(
                    selection,
                    condition.what(),
                    selected.isEmpty()
                        ? "there are none: this would prove nothing"
                        : "of none of the %s it is known: their charts and operators decide"
                            .formatted(selected.size())));
      }
      var lacking = known.stream().filter(each -> ask(each) == Answer.NO).toList();
      if (!lacking.isEmpty()) {
        throw new AssertionError(
            "Expecting %s to have %s, but %s of %s lack it:%n  %s%nbecause %s"
                .formatted(
                    selection,
                    condition.what(),
                    lacking.size(),
                    known.size(),
                    lacking.stream()
                        .map(each -> "%s (%s)".formatted(each.describe(), each.subject().origin()))
                        .sorted()
                        .collect(Collectors.joining("%n  ".formatted())),
                    reason));
      }
    }

    private Answer ask(Workload workload) {
      return condition.test().apply(cluster, workload);
    }
  }
}

package io.github.homelab4j.testing;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.rule.PlanRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** A plan, whatever is composed with it. */
public final class PlanAssert extends AbstractAssert<PlanAssert, HomelabPlan> {
  private static final Set<PlanRule> OVERLAPS =
      Set.of(
          PlanRule.RANGES_OVERLAP,
          PlanRule.POOLS_OVERLAP,
          PlanRule.DHCP_TAKES_ADDRESS,
          PlanRule.POOL_TAKES_ADDRESS,
          PlanRule.ADDRESS_TWICE);

  PlanAssert(HomelabPlan actual) {
    super(actual, PlanAssert.class);
  }

  /** No range, pool or address has two owners; lists all that have. */
  public PlanAssert hasNoOverlaps() {
    return check(
        "the ranges of homelab %s not to overlap", finding -> OVERLAPS.contains(finding.rule()));
  }

  /** No rule of plans is broken; lists all findings. */
  public PlanAssert hasNoFindings() {
    return check("the plan of homelab %s to have no findings", finding -> true);
  }

  private PlanAssert check(String expected, Predicate<Finding> which) {
    isNotNull();
    List<Finding> found = Checks.ofPlan(actual).findings().stream().filter(which).toList();
    if (!found.isEmpty()) {
      failWithMessage(
          "Expecting %s, but:%n  %s",
          expected.formatted(actual.name()),
          found.stream().map(Finding::toString).collect(Collectors.joining("%n  ".formatted())));
    }
    return this;
  }
}

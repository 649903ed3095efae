package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.PortForward;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;

/** A port of a router leads to one place, which the plan gives to somebody. */
public final class PlanForwards implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.FORWARD_TO_NOBODY, PlanRule.FORWARD_TWICE);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var known = AddressBook.of(plan).addresses();
    var seen = new HashMap<String, PortForward>();
    for (var forward : plan.forwards()) {
      var subject = Subject.of(plan, forward.origin());
      report.judge(
          PlanRule.FORWARD_TO_NOBODY,
          subject,
          known.contains(forward.target()),
          () ->
              "%s leads to %s, which the plan gives to nobody: reserve it, with reserve(…) of a pool for a Service"
                  .formatted(forward.describe(), forward.target()));
      var other = seen.putIfAbsent(forward.describe(), forward);
      report.judge(
          PlanRule.FORWARD_TWICE,
          subject,
          other == null,
          () ->
              "%s leads to %s (%s) and to %s (%s): keep one"
                  .formatted(
                      forward.describe(),
                      other.leadsTo(),
                      other.name(),
                      forward.leadsTo(),
                      forward.name()));
    }
  }
}

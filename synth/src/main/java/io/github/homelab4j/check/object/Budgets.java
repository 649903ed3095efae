package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** A disruption budget says one thing: how many stay, or how many may go. */
final class Budgets implements Check {
  private static final Pattern PERCENT = Pattern.compile("(100|\\d{1,2})%");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.BUDGET_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects("PodDisruptionBudget").forEach(subject -> check(subject, report));
    }
  }

  private static void check(Subject subject, Report report) {
    var stay = subject.emitted().at("/spec/minAvailable");
    var go = subject.emitted().at("/spec/maxUnavailable");
    var name = subject.emitted().describe();
    report.judge(
        ObjectRule.BUDGET_INVALID,
        subject,
        stay.isMissingNode() != go.isMissingNode(),
        () ->
            stay.isMissingNode()
                ? "%s has neither minAvailable nor maxUnavailable: write one of them"
                    .formatted(name)
                : "%s has both minAvailable %s and maxUnavailable %s: keep one of them"
                    .formatted(name, stay.asText(), go.asText()));
    for (var amount : List.of(stay, go)) {
      if (!amount.isMissingNode()) {
        report.judge(
            ObjectRule.BUDGET_INVALID,
            subject,
            isAmount(amount),
            () ->
                "%s speaks of %s pods: write a number from 0 or a percentage up to 100%%"
                    .formatted(name, amount));
      }
    }
  }

  private static boolean isAmount(JsonNode amount) {
    return amount.isIntegralNumber()
        ? amount.asInt() >= 0
        : amount.isTextual() && PERCENT.matcher(amount.asText()).matches();
  }
}

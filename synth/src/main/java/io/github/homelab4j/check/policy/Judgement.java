package io.github.homelab4j.check.policy;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.Rule;
import java.util.function.Supplier;

/** Reports what tests say, in one form: who, what is wrong, and the cure that the rule has. */
final class Judgement {
  private Judgement() {}

  static void judge(Rule rule, Judge test, Pod pod, Report report) {
    test.judge(pod, (who, outcome) -> judge(rule, pod.workload(), who, outcome, report));
  }

  static void judge(Rule rule, Workload workload, Outcome outcome, Report report) {
    judge(rule, workload, workload::describe, outcome, report);
  }

  private static void judge(
      Rule rule, Workload workload, Supplier<String> who, Outcome outcome, Report report) {
    if (outcome.judged()) {
      report.judge(
          rule,
          workload.subject(),
          outcome.holds(),
          () -> "%s %s: %s".formatted(who.get(), outcome.breach(), rule.about().fix()));
    }
  }

  static void judge(Rule rule, Subject subject, boolean holds, String breach, Report report) {
    report.judge(
        rule,
        subject,
        holds,
        () -> "%s %s: %s".formatted(subject.emitted().describe(), breach, rule.about().fix()));
  }
}

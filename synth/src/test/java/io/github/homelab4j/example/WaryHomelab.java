package io.github.homelab4j.example;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HasChecks;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.rule.About;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** A homelab for the command line with rules of its own, which warn and count. */
public final class WaryHomelab extends Homelab implements HasChecks {
  private static final Rule QUIET = Rule.of("OWN_QUIET", About.warning("nothing is composed"));
  private static final Rule COUNTED = Rule.of("OWN_COUNTED", About.info("nothing is counted"));

  /** Composes it. */
  public WaryHomelab() {
    this(new ExampleHomelab().plan());
  }

  private WaryHomelab(HomelabPlan plan) {
    super(plan);
    var stack = new Stack(this, "one");
    new Workload(stack, "workload", Settings.none());
    new Workload(stack, "another", Settings.none());
  }

  @Override
  public List<Check> checks() {
    return List.of(
        new Check() {
          @Override
          public List<Rule> rules() {
            return List.of(QUIET, COUNTED);
          }

          @Override
          public void run(HomelabView homelab, Report report) {
            for (var subject : homelab.clusters().get(0).objects("ConfigMap")) {
              var name = subject.emitted().describe();
              report.judge(QUIET, subject, false, () -> name + " is there: remove it");
              report.judge(COUNTED, subject, false, () -> name + " counts: remove it");
            }
          }
        });
  }
}

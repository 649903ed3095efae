package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.plan.HomelabPlan;

/** Judges a plan alone, whatever is composed with it. */
public interface PlanCheck extends Check {
  /** Judges each subject of the plan once. */
  void run(HomelabPlan plan, Report report);

  @Override
  default void run(HomelabView homelab, Report report) {
    run(homelab.plan(), report);
  }
}

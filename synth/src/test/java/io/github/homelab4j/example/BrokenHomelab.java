package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.plan.HomelabPlan;

/** A homelab for the command line whose only component needs a kind that nobody installs. */
public final class BrokenHomelab extends Homelab {
  /** Composes it. */
  public BrokenHomelab() {
    this(new ExampleHomelab().plan());
  }

  private BrokenHomelab(HomelabPlan plan) {
    super(plan);
    new Workload(new Stack(this, "one"), "workload", Settings.none().widgets(1));
  }
}

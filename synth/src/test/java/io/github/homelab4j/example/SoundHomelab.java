package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.plan.HomelabPlan;

/** A homelab for the command line. */
public final class SoundHomelab extends Homelab {
  /** Composes it. */
  public SoundHomelab() {
    this(new ExampleHomelab().plan());
  }

  private SoundHomelab(HomelabPlan plan) {
    super(plan);
    var stack = new Stack(this, "one");
    new Operator(stack, "operator", Settings.none().widgets(2));
    new Workload(stack, "workload", Settings.none().widgets(1));
  }
}

package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;

/** A homelab with several settings that cannot be right. */
public final class WrongHomelab extends Homelab {
  /** Composes it. */
  public WrongHomelab() {
    this(new ExampleHomelab().plan());
  }

  private WrongHomelab(HomelabPlan plan) {
    super(plan);
    var stack = new Stack(this, "one");
    Quantity.of("10 GB");
    Port.of(70_000);
    new Operator(stack, "twin", Settings.none().widgets(2));
    new Workload(stack, "twin", Settings.none().widgets(1));
  }
}

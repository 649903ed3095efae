package io.github.homelab4j.example;

import io.github.homelab4j.core.Homelab;

// README {
/** The homelab: its clusters, made with its plan. */
public final class Home extends Homelab {
  public Home() {
    this(new HomePlan());
  }

  private Home(HomePlan plan) {
    super(plan);
    new HomeCluster(this, plan);
  }
}
// }

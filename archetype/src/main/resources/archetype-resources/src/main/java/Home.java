package ${package};

import io.github.homelab4j.core.Homelab;

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

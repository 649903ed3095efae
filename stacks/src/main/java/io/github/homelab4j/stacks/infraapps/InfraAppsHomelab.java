package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.core.Homelab;

/** infra-apps: composes its clusters and hands the second what the first exports. */
public final class InfraAppsHomelab extends Homelab {
  /** The homelab with its own plan. */
  public InfraAppsHomelab() {
    this(new InfraAppsPlan());
  }

  private InfraAppsHomelab(InfraAppsPlan plan) {
    super(plan);
    var infra = new InfraCluster(this, plan);
    new AppsCluster(this, plan, infra.exports());
  }
}

package io.github.homelab4j.stacks.k3spi;

import io.github.homelab4j.core.Homelab;

/** k3s-pi: composes its cluster. */
public final class K3sPiHomelab extends Homelab {
  /** The homelab with its own plan. */
  public K3sPiHomelab() {
    this(new K3sPiPlan());
  }

  private K3sPiHomelab(K3sPiPlan plan) {
    super(plan);
    new K3sPiCluster(this, plan);
  }
}

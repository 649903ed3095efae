package io.github.homelab4j.stacks.k3spi;

import io.github.homelab4j.core.Cluster;
import software.constructs.Construct;

/** The cluster of k3s-pi. */
public final class K3sPiCluster extends Cluster {
  /** Composes the cluster, in the order of its dependencies. */
  public K3sPiCluster(Construct scope, K3sPiPlan plan) {
    super(scope, plan.cluster());
  }
}

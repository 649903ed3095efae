package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.core.Cluster;
import software.constructs.Construct;

/** The infra cluster of infra-apps: storage, databases, identity and observability for both clusters. */
public final class InfraCluster extends Cluster {
  /** Composes the cluster. */
  public InfraCluster(Construct scope, InfraAppsPlan plan) {
    super(scope, plan.infra());
  }
}

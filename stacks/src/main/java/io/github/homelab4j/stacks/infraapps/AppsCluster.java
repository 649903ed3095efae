package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.core.Cluster;
import software.constructs.Construct;

/** The apps cluster of infra-apps: GitLab, Harbor, Kafka and the runners. */
public final class AppsCluster extends Cluster {
  /** Composes the cluster. */
  public AppsCluster(Construct scope, InfraAppsPlan plan) {
    super(scope, plan.apps());
  }
}

package org.example.fleet;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.observability.PrometheusOperatorCrds;
import io.github.homelab4j.observability.PrometheusOperatorCrdsProps;
import io.github.homelab4j.plan.ClusterPlan;
import java.util.ArrayList;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A cluster of applications of {@value #APPLICATION} objects, five in a namespace; each but the
 * first asks another one.
 */
final class FleetCluster extends Cluster {
  private static final int APPLICATION = 20;
  private static final int NAMESPACE = 5;

  FleetCluster(Construct scope, ClusterPlan plan, int objects, int revision) {
    super(scope, plan);
    // A release and its source.
    new PrometheusOperatorCrds(
        this, "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
    int left = objects - 2;
    var services = new ArrayList<ServiceRef>();
    for (int i = 0; left > 0; i++) {
      // One object alone would be no application: the last one takes it.
      int share = left == APPLICATION + 1 ? left : Math.min(left, APPLICATION);
      var application =
          new Application(
              this,
              "app-%s".formatted(i + 1),
              ApplicationProps.builder()
                  .namespace(NamespaceRef.of("team-%s".formatted(i / NAMESPACE + 1)))
                  .objects(share)
                  .retries(i == 0 ? 3 + revision : 3)
                  .asks(i == 0 ? Optional.empty() : Optional.of(services.get((i - 1) / 2)))
                  .build());
      services.add(application.service());
      left -= share;
    }
  }
}

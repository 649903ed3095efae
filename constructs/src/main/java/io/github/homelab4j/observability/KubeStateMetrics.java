package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import software.constructs.Construct;

/**
 * kube-state-metrics: the state of Kubernetes objects as metrics, of which alerts about nodes,
 * workloads and volumes are made.
 *
 * <p>One copy, since two would count everything twice. It does not read Secrets: nothing here needs
 * their metrics.
 */
@ComponentInfo(
    name = "kube-state-metrics",
    domain = Domain.OBSERVABILITY,
    upstream = "https://github.com/kubernetes/kube-state-metrics",
    namespace = "observability",
    uses = "monitoring.coreos.com")
public final class KubeStateMetrics extends HelmComponent {
  private static final String SOURCE =
      "prometheus-community/helm-charts@cf408a290aec489277a94450bb3511432477a53a:charts/kube-state-metrics/templates/service.yaml";

  /** Stores its settings. */
  public KubeStateMetrics(Construct scope, String id, KubeStateMetricsProps props) {
    super(scope, id, props);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), SOURCE)
            .port("http", 8080)
            .labelledAsPods(AppLabels.of("kube-state-metrics", releaseName())));
  }

  @Override
  protected Values values() {
    return new Values(
        id(),
        List.of("secrets"),
        new Prometheus(new Monitor(true, new Endpoint(true))),
        Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256)));
  }

  record Values(
      String fullnameOverride,
      List<String> collectorsExclude,
      Prometheus prometheus,
      Compute resources) {}

  record Prometheus(Monitor monitor) {}

  record Monitor(boolean enabled, Endpoint http) {}

  // Its namespace and pod labels are those of the object, not its own.
  record Endpoint(boolean honorLabels) {}
}

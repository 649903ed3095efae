package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import software.constructs.Construct;

/**
 * The kinds of the Prometheus operator, without the operator: ServiceMonitor, PodMonitor,
 * PrometheusRule. Nearly every chart can emit them, and the VictoriaMetrics operator reads them.
 *
 * <p>The one owner of {@code monitoring.coreos.com} in a cluster. The definitions are there before
 * Flux is (Cilium's chart asks for them); the release takes them over.
 */
@ComponentInfo(
    name = "prometheus-operator-crds",
    domain = Domain.OBSERVABILITY,
    upstream =
        "https://github.com/prometheus-community/helm-charts/tree/main/charts/prometheus-operator-crds",
    namespace = "observability",
    installs = "monitoring.coreos.com")
public final class PrometheusOperatorCrds extends HelmComponent {
  /** Stores its settings. */
  public PrometheusOperatorCrds(Construct scope, String id, PrometheusOperatorCrdsProps props) {
    super(scope, id, props);
  }

  @Override
  protected Values values() {
    return new Values();
  }

  record Values() {}
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
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
  private static final String TEMPLATES =
      "prometheus-community/helm-charts@cf408a290aec489277a94450bb3511432477a53a:charts/kube-state-metrics/templates/";
  private static final String POD_CONTEXT =
      "{enabled: true, runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534, fsGroup: 65534,"
          + " seccompProfile: {type: RuntimeDefault}}";

  /** Stores its settings. */
  public KubeStateMetrics(Construct scope, String id, KubeStateMetricsProps props) {
    super(scope, id, props);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("http", 8080)
            .labelledAsPods(AppLabels.of("kube-state-metrics", releaseName())));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(AppLabels.of("kube-state-metrics", releaseName()))
            .replicas("replicas", 1)
            .security("securityContext", POD_CONTEXT)
            .hostNetwork("hostNetwork", false)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .with(
                ChartContainer.of("kube-state-metrics")
                    .resources("resources")
                    .security("containerSecurityContext", ChartContext.CONFINED)
                    .port("http", 8080)
                    .port("metrics", 8081)
                    .alive()
                    .ready()));
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

package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The Prometheus operator: runs {@link Prometheus} and {@link Alertmanager}, and tells them what
 * ServiceMonitors, PodMonitors, ScrapeConfigs and PrometheusRules of the cluster say.
 *
 * <p>Provides {@link #operator()}. Its chart, kube-prometheus-stack, can bring a whole monitoring;
 * of it there are the operator and the monitors of kubelets and the Kubernetes API. The rest are
 * components of their own, which work with VictoriaMetrics just as well: {@link KubeStateMetrics},
 * {@link NodeExporter}, {@link Grafana}, and the alerts that every homelab has.
 *
 * <p>Needs the operator's kinds ({@link PrometheusOperatorCrds}). One copy: what it runs goes on
 * without it. Without its webhook: a rule that is wrong is left out with an event, instead of every
 * rule being refused while the operator is away.
 */
@ComponentInfo(
    name = "prometheus-operator",
    domain = Domain.OBSERVABILITY,
    upstream =
        "https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack",
    namespace = "monitoring",
    chart = "kube-prometheus-stack",
    uses = "monitoring.coreos.com")
public final class PrometheusOperator extends HelmComponent {
  private static final String TEMPLATES =
      "prometheus-community/helm-charts@kube-prometheus-stack-88.5.3:charts/kube-prometheus-stack/templates/";
  private static final String POD_CONTEXT =
      "{fsGroup: 65534, runAsGroup: 65534, runAsNonRoot: true, runAsUser: 65534,"
          + " seccompProfile: {type: RuntimeDefault}}";

  private final PrometheusOperatorProps props;

  /** Stores its settings. */
  public PrometheusOperator(Construct scope, String id, PrometheusOperatorProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** What runs Prometheus and Alertmanager in this cluster. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "prometheus-operator/service.yaml")
            .port("http", 8080)
            .labelledAsPods(pods()),
        ChartFact.of(
                "Service",
                PrometheusOperatorValues.kubelet(id()),
                "kube-system",
                "prometheus-operator/prometheus-operator@v0.93.0:pkg/kubelet/controller.go")
            .port("https-metrics", 10250)
            .labelled(Map.of("app.kubernetes.io/name", "kubelet", "k8s-app", "kubelet"))
            .detail("all kubelets, which the operator lists in it"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "prometheus-operator/deployment.yaml")
            .labelled(pods())
            .replicas(1)
            .security("prometheusOperator.securityContext", POD_CONTEXT)
            .hostNetwork("prometheusOperator.hostNetwork", false)
            .affinity("prometheusOperator.affinity")
            .priority("prometheusOperator.priorityClassName", "null")
            .with(
                ChartContainer.of("kube-prometheus-stack")
                    .resources("prometheusOperator.resources")
                    .security("prometheusOperator.containerSecurityContext", ChartContext.CONFINED)
                    .port("http", 8080)
                    .alive()
                    .ready()));
  }

  @Override
  protected PrometheusOperatorValues values() {
    return PrometheusOperatorValues.of(id(), props);
  }

  private Map<String, String> pods() {
    return Map.of("app", "kube-prometheus-stack-operator", "release", releaseName());
  }
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.AppLabels;
import java.util.List;
import software.constructs.Construct;

/**
 * The VictoriaMetrics operator: runs databases, scrapers and alerting from custom resources, and
 * turns ServiceMonitor, PodMonitor and PrometheusRule into its own kinds, so that every chart's
 * monitors work as they are.
 *
 * <p>Provides {@link #operator()}. Needs the Prometheus operator's kinds ({@link
 * PrometheusOperatorCrds}) in its cluster.
 *
 * <p>One copy: what it runs goes on without it, and a second one would only wait for the first
 * one's lease.
 */
@ComponentInfo(
    name = "victoria-metrics-operator",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.victoriametrics.com/operator/",
    namespace = "observability",
    installs = "operator.victoriametrics.com",
    uses = "monitoring.coreos.com")
public final class VictoriaMetricsOperator extends HelmComponent {
  private static final String TEMPLATES =
      "VictoriaMetrics/helm-charts@5823471ac22e94c4eda66ac80878ccfb68272e06:charts/victoria-metrics-operator/templates/";
  private static final String CONTEXT =
      "{enabled: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]},"
          + " readOnlyRootFilesystem: true}";
  private static final String POD_CONTEXT =
      "{enabled: true, fsGroup: 2000, runAsNonRoot: true, runAsUser: 1000}";

  private final VictoriaMetricsOperatorProps props;

  /** Stores its settings. */
  public VictoriaMetricsOperator(Construct scope, String id, VictoriaMetricsOperatorProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** What acts on {@code operator.victoriametrics.com} in this cluster. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    var pods = AppLabels.of("victoria-metrics-operator", releaseName());
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("http", 8080)
            .port("webhook", 9443)
            .labelledAsPods(pods),
        creates("Secret", id() + "-validation", TEMPLATES + "webhook.yaml")
            .keys("ca.crt", "tls.crt", "tls.key")
            .detail("the webhook's certificate, made once and kept"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "server.yaml")
            .labelled(AppLabels.of("victoria-metrics-operator", releaseName()))
            .replicas("replicaCount", 1)
            .security("podSecurityContext", POD_CONTEXT)
            .hostNetwork("hostNetwork", false)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("operator")
                    .resources("resources")
                    .security("securityContext", CONTEXT)
                    .port("http", 8080)
                    .port("webhook", 9443)
                    .alive()
                    .ready()));
  }

  @Override
  protected VictoriaMetricsOperatorValues values() {
    return VictoriaMetricsOperatorValues.of(id(), props);
  }
}

package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
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
  private static final String SOURCE =
      "VictoriaMetrics/helm-charts@5823471ac22e94c4eda66ac80878ccfb68272e06:charts/victoria-metrics-operator/templates/";

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
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "ports http 8080 and webhook 9443",
            SOURCE + "service.yaml"),
        new ChartFact(
            "Secret",
            id() + "-validation",
            targetNamespace(),
            "the webhook's certificate, made once and kept",
            SOURCE + "webhook.yaml"));
  }

  @Override
  protected Values values() {
    return new Values(
        id(),
        new Crds(true),
        new Operator(false, true),
        new Monitor(props.metrics(), false),
        new SecurityContext(true, 2000, true, 1000, new Seccomp("RuntimeDefault")),
        Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.mi(512)));
  }

  record Values(
      String fullnameOverride,
      Crds crds,
      Operator operator,
      Monitor serviceMonitor,
      SecurityContext podSecurityContext,
      Compute resources) {}

  // Plain: in the chart's crds folder, where Flux replaces them at an upgrade; as templates, Helm
  // would delete them with the release.
  record Crds(boolean plain) {}

  // Ownership: a monitor that is deleted takes its converted twin with it.
  record Operator(
      @JsonProperty("disable_prometheus_converter") boolean disableConverter,
      @JsonProperty("enable_converter_ownership") boolean ownership) {}

  // Not as the operator's own kind: its webhook does not answer yet when its release is installed.
  record Monitor(boolean enabled, boolean vm) {}

  record SecurityContext(
      boolean enabled, int fsGroup, boolean runAsNonRoot, int runAsUser, Seccomp seccompProfile) {}

  record Seccomp(String type) {}
}

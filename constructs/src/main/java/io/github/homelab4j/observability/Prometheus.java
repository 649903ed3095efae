package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.MetricsRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Prometheus: scrapes every ServiceMonitor, PodMonitor and ScrapeConfig of its cluster, keeps the
 * samples on a volume and evaluates every PrometheusRule.
 *
 * <p>Provides {@link #service()}, named as it is, and {@link #metrics()}. Each sample carries the
 * name of its cluster as {@code cluster}, as those of a {@link VmAgent} do, so that the same alerts
 * and dashboards read both. Brings {@link DefaultRules}; more come from {@link AlertRules}.
 *
 * <p>Without an Alertmanager alerts are evaluated and shown, but nobody is told. Copies scrape the
 * same targets, each onto a volume of its own. Needs the Prometheus operator.
 *
 * <p>It is a custom resource of its own, not one of the operator's chart: the chart would name its
 * Service after itself, and here its fields are typed and it waits for what it needs.
 */
@ComponentInfo(
    name = "prometheus",
    domain = Domain.OBSERVABILITY,
    upstream = "https://prometheus.io/docs/",
    namespace = "monitoring",
    timeout = "10m")
public final class Prometheus extends Component {
  private static final int PORT = 9090;

  private final PrometheusProps props;

  /** Stores its settings. */
  public Prometheus(Construct scope, String id, PrometheusProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its API and user interface. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, pods()).named(OperatedPods.PORT);
  }

  /** The same, for who reads what is in it. */
  public MetricsRef metrics() {
    return new MetricsRef("Prometheus", service(), subpath());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", "prometheus-operated", OperatedPods.SOURCES + "prometheus/common.go")
            .port("web", PORT)
            .selects(Map.of("app.kubernetes.io/name", "prometheus"))
            .detail("headless, for all of the namespace"));
  }

  @Override
  public List<String> notes() {
    return props.published().map(at -> at.warning("Prometheus")).stream().toList();
  }

  @Override
  protected void define(Resources out) {
    var meta = Meta.of(id(), targetNamespace());
    out.add(
        new io.github.homelab4j.crd.monitoring.Prometheus(
            meta,
            PrometheusServer.spec(id(), props, pods(), cluster(), versions().image("prometheus"))));
    out.addAll(PrometheusAccess.of(id(), targetNamespace()));
    out.add(OperatedPods.service(this, PORT, pods()));
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
    props.published().ifPresent(at -> out.add(at.route(this, service())));
    if (props.metrics()) {
      out.add(OperatedPods.monitor(this, pods(), subpath()));
    }
    if (props.defaultRules()) {
      out.add(DefaultRules.named(id() + "-defaults", targetNamespace()));
    }
  }

  private Map<String, String> pods() {
    return OperatedPods.labelled("prometheus", id());
  }

  private String subpath() {
    return props.published().map(Published::path).orElse("");
  }
}

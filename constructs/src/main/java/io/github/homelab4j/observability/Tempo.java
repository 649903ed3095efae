package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Grafana Tempo in one process: a store of traces on one volume.
 *
 * <p>Provides {@link #otlp()}, where applications send traces, and {@link #query()}, where Grafana
 * reads them.
 */
@ComponentInfo(
    name = "tempo",
    domain = Domain.OBSERVABILITY,
    upstream = "https://grafana.com/docs/tempo/latest/",
    namespace = "observability",
    uses = "monitoring.coreos.com")
public final class Tempo extends HelmComponent {
  private static final int QUERY = 3200;
  private static final int OTLP_GRPC = 4317;

  private final TempoProps props;

  /** Stores its settings. */
  public Tempo(Construct scope, String id, TempoProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where traces are queried. */
  public ServiceRef query() {
    return ServiceRef.providedBy(this, id(), QUERY, pods());
  }

  /** Where traces are sent: OpenTelemetry by gRPC. */
  public ServiceRef otlp() {
    return ServiceRef.providedBy(this, id(), OTLP_GRPC, pods());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "ports tempo-prom-metrics 3200, grpc-tempo-otlp 4317, tempo-otlp-http 4318",
            "grafana-community/helm-charts@3386a1156177c6bcd7fdb1ad4c6b1dda094296e0:charts/tempo/templates/_ports.tpl"));
  }

  @Override
  protected Values values() {
    return new Values(
        id(),
        new Process(
            props.retention(),
            false,
            0,
            props.resources(),
            new ContainerSecurity(false, true, new Capabilities(List.of("ALL")))),
        new PodSecurityContext(new Seccomp("RuntimeDefault")),
        new Persistence(true, props.size(), props.storage()),
        new Monitor(props.metrics()));
  }

  private Map<String, String> pods() {
    return Map.of("app.kubernetes.io/name", "tempo", "app.kubernetes.io/instance", id());
  }

  record Values(
      String fullnameOverride,
      Process tempo,
      PodSecurityContext securityContext,
      Persistence persistence,
      Monitor serviceMonitor) {}

  // No ballast: the chart's default reserves a gibibyte of memory for it.
  record Process(
      Duration retention,
      boolean reportingEnabled,
      int memBallastSizeMbs,
      Compute resources,
      ContainerSecurity securityContext) {}

  record ContainerSecurity(
      boolean allowPrivilegeEscalation,
      boolean readOnlyRootFilesystem,
      Capabilities capabilities) {}

  record Capabilities(List<String> drop) {}

  record PodSecurityContext(Seccomp seccompProfile) {}

  record Seccomp(String type) {}

  record Persistence(boolean enabled, Quantity size, StorageClassRef storageClassName) {}

  record Monitor(boolean enabled) {}
}

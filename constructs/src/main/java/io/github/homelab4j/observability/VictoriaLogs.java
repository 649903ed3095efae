package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * VictoriaLogs: the log store, one pod on one volume.
 *
 * <p>Provides {@link #service()}, which takes JSON lines and answers LogsQL. By its chart, not by
 * the operator's resource: it is the store one reads when the operator fails.
 *
 * <p>It is single, as its chart's name says; while its node is away collectors keep their logs for
 * it.
 */
@ComponentInfo(
    name = "victoria-logs",
    chart = "victoria-logs-single",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.victoriametrics.com/victorialogs/",
    namespace = "observability",
    uses = "monitoring.coreos.com")
public final class VictoriaLogs extends HelmComponent {
  private static final int PORT = 9428;

  private final VictoriaLogsProps props;

  /** Stores its settings. */
  public VictoriaLogs(Construct scope, String id, VictoriaLogsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where logs are written ({@code /insert/jsonline}) and queried. */
  public ServiceRef service() {
    return ServiceRef.providedBy(
            this,
            id(),
            PORT,
            Map.of(
                "app.kubernetes.io/name",
                "victoria-logs-single",
                "app.kubernetes.io/instance",
                id(),
                "app",
                "server"))
        .named("http");
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "port http 9428 of pods with app.kubernetes.io/name victoria-logs-single, app server",
            "VictoriaMetrics/helm-charts@5823471ac22e94c4eda66ac80878ccfb68272e06:charts/victoria-logs-single/templates/service.yaml"));
  }

  @Override
  protected Values values() {
    return new Values(
        new Server(
            id(),
            props.retention().toDays() + "d",
            diskLimit(props.size()),
            new Volume(props.size(), props.storage()),
            new Service("", meshAnnotations(service())),
            props.resources(),
            new PodSecurityContext(new Seccomp("RuntimeDefault")),
            new Enabled(props.metrics())),
        new Dashboards(props.metrics(), Dashboard.LABELS));
  }

  // Local volumes have no quota: the store itself must stay below what it was given.
  private static String diskLimit(Quantity size) {
    return size.amount().longValue() / 10 * 9 / (1L << 20) + "MiB";
  }

  record Values(Server server, Dashboards dashboards) {}

  record Server(
      String fullnameOverride,
      String retentionPeriod,
      String retentionDiskSpaceUsage,
      Volume persistentVolume,
      Service service,
      Compute resources,
      PodSecurityContext podSecurityContext,
      Enabled serviceMonitor) {}

  record Volume(Quantity size, StorageClassRef storageClassName) {}

  // An empty address instead of the chart's None: a headless Service cannot be a global one.
  record Service(String clusterIP, Map<String, String> annotations) {}

  record PodSecurityContext(Seccomp seccompProfile) {}

  record Seccomp(String type) {}

  record Enabled(boolean enabled) {}

  record Dashboards(boolean enabled, Map<String, String> labels) {}
}

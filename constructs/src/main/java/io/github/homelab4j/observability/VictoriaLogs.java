package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.AppLabels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private static final String TEMPLATES =
      "VictoriaMetrics/helm-charts@5823471ac22e94c4eda66ac80878ccfb68272e06:charts/victoria-logs-single/templates/";
  private static final String CONTEXT =
      "{enabled: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]},"
          + " readOnlyRootFilesystem: true}";
  private static final String POD_CONTEXT =
      "{enabled: true, fsGroup: 2000, runAsNonRoot: true, runAsUser: 1000}";
  private static final int PORT = 9428;

  private final VictoriaLogsProps props;

  /** Stores its settings. */
  public VictoriaLogs(Construct scope, String id, VictoriaLogsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where logs are written ({@code /insert/jsonline}) and queried. */
  public ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, pods()).named("http");
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("http", PORT)
            .labelled(AppLabels.of("victoria-logs-single", releaseName()))
            .selects(pods()));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("StatefulSet", id(), TEMPLATES + "server.yaml")
            .labelled(pods())
            .replicas("server.replicaCount", 1)
            .security("server.podSecurityContext", POD_CONTEXT)
            .spread("server.topologySpreadConstraints")
            .affinity("server.affinity")
            .priority("server.priorityClassName", "null")
            .with(
                ChartContainer.of("vlogs")
                    .resources("server.resources")
                    .security("server.securityContext", CONTEXT)
                    .port("http", PORT)
                    .alive()
                    .ready()));
  }

  @Override
  protected VictoriaLogsValues values() {
    return VictoriaLogsValues.of(id(), props, meshAnnotations(service()));
  }

  private Map<String, String> pods() {
    var pods = new TreeMap<>(AppLabels.of("victoria-logs-single", releaseName()));
    pods.put("app", "server");
    return pods;
  }
}

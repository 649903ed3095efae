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
 * Grafana Loki in one process: a store of logs on one volume, found by labels of their streams.
 *
 * <p>Provides {@link #push()}, where logs are sent, and {@link #query()}, where Grafana reads them.
 * It is single, since a volume is mounted once; while its node is away collectors keep their logs
 * for it. It asks nobody who they are: network policies do.
 */
@ComponentInfo(
    name = "loki",
    domain = Domain.OBSERVABILITY,
    upstream = "https://grafana.com/docs/loki/latest/",
    namespace = "observability",
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class Loki extends HelmComponent {
  private static final String TEMPLATES =
      "grafana-community/helm-charts@3386a1156177c6bcd7fdb1ad4c6b1dda094296e0:charts/loki/templates/";
  private static final String POD_CONTEXT =
      "{fsGroup: 10001, fsGroupChangePolicy: OnRootMismatch, runAsGroup: 10001, runAsNonRoot: true,"
          + " runAsUser: 10001, seccompProfile: {type: RuntimeDefault}}";
  private static final String CONTEXT =
      "{readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}, allowPrivilegeEscalation: false,"
          + " seccompProfile: {type: RuntimeDefault}}";
  private static final String HTTP = "http-metrics";
  private static final int PORT = 3100;

  private final LokiProps props;

  /** Stores its settings. */
  public Loki(Construct scope, String id, LokiProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Where logs are sent: {@code /loki/api/v1/push}. */
  public ServiceRef push() {
    return service();
  }

  /** Where logs are queried. */
  public ServiceRef query() {
    return service();
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "monolithic/service.yaml")
            .port(HTTP, PORT)
            .port("grpc", 9095)
            .port("grpclb", 9096, 9095)
            .labelledAsPods(pods()));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("StatefulSet", id(), TEMPLATES + "monolithic/workload.yaml")
            .labelled(pods())
            .replicas("singleBinary.replicas", 0)
            .security("loki.podSecurityContext", POD_CONTEXT)
            .priority("global.priorityClassName", "null")
            .told("/automountServiceAccountToken", "defaults.automountServiceAccountToken", "true")
            .with(
                ChartContainer.of("loki")
                    .resources("singleBinary.resources")
                    .security("loki.containerSecurityContext", CONTEXT)
                    .port(HTTP, PORT)
                    .port("grpc", 9095)
                    .port("http-memberlist", 7946)
                    .alive()
                    .ready()));
  }

  @Override
  protected LokiValues values() {
    return LokiValues.of(id(), props, meshAnnotations(push()));
  }

  private ServiceRef service() {
    return ServiceRef.providedBy(this, id(), PORT, pods()).named(HTTP);
  }

  private Map<String, String> pods() {
    var pods = new TreeMap<>(AppLabels.of("loki", releaseName()));
    pods.put("app.kubernetes.io/component", "single-binary");
    return pods;
  }
}

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
  private static final String TEMPLATES =
      "grafana-community/helm-charts@3386a1156177c6bcd7fdb1ad4c6b1dda094296e0:charts/tempo/templates/";
  private static final String POD_CONTEXT =
      "{runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, runAsNonRoot: true}";
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
        creates("Service", id(), TEMPLATES + "_ports.tpl")
            .port("tempo-prom-metrics", QUERY)
            .port("grpc-tempo-otlp", OTLP_GRPC)
            .port("tempo-otlp-http", 4318)
            .labelledAsPods(pods()));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("StatefulSet", id(), TEMPLATES + "statefulset.yaml")
            .labelled(pods())
            .replicas("replicas", 1)
            .security("securityContext", POD_CONTEXT)
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("tempo")
                    .resources("tempo.resources")
                    .security("tempo.securityContext", "{}")
                    .alive()
                    .ready()));
  }

  @Override
  protected TempoValues values() {
    return TempoValues.of(id(), props);
  }

  private Map<String, String> pods() {
    return AppLabels.of("tempo", id());
  }
}

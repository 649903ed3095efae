package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Jaeger in one process: a store of traces in Badger files on one volume, with its own user
 * interface.
 *
 * <p>Provides {@link #otlp()}, where applications send traces, and {@link #query()}, its user
 * interface and API.
 */
@ComponentInfo(
    name = "jaeger",
    domain = Domain.OBSERVABILITY,
    upstream = "https://www.jaegertracing.io/docs/latest/",
    namespace = "observability")
public final class Jaeger extends HelmComponent {
  private static final String TEMPLATES =
      "jaegertracing/helm-charts@6c602b54a1800ff35ea055d16789a9522166e0a6:charts/jaeger/templates/jaeger/";
  private static final String POD_CONTEXT = "{runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001}";
  private static final int QUERY = 16_686;

  private final JaegerProps props;

  /** Stores its settings. */
  public Jaeger(Construct scope, String id, JaegerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its user interface and API. */
  public ServiceRef query() {
    return ServiceRef.providedBy(this, id(), QUERY, pods());
  }

  /** Where traces are sent: OpenTelemetry by gRPC. */
  public ServiceRef otlp() {
    return ServiceRef.providedBy(this, id(), JaegerConfiguration.OTLP_GRPC, pods());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "jaeger-service.yaml")
            .port("http-query", QUERY)
            .port("otlp-grpc", JaegerConfiguration.OTLP_GRPC)
            .port("otlp-http", 4318)
            .labelledAsPods(pods()));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "jaeger-deploy.yaml")
            .labelled(pods())
            .replicas("jaeger.replicas", 1)
            .security("jaeger.podSecurityContext", POD_CONTEXT)
            .affinity("jaeger.affinity")
            .with(
                ChartContainer.of("jaeger")
                    .resources("jaeger.resources")
                    .security("jaeger.securityContext", "{}")
                    .alive()
                    .ready()));
  }

  @Override
  protected JaegerValues values() {
    return JaegerValues.of(id(), props);
  }

  @Override
  protected void define(Resources out) {
    var claim = VmPods.claim(props.storage(), props.size());
    out.add(
        new PersistentVolumeClaimBuilder()
            .withMetadata(Meta.of(id(), targetNamespace()))
            .withSpec(claim)
            .build());
  }

  private Map<String, String> pods() {
    return Map.of(
        "app.kubernetes.io/name",
        "jaeger",
        "app.kubernetes.io/instance",
        id(),
        "app.kubernetes.io/component",
        "all-in-one");
  }
}

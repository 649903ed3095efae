package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import java.time.Duration;
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
  private static final int QUERY = 16_686;
  private static final int OTLP_GRPC = 4317;
  private static final String DATA = "/badger";
  private static final String STORE = "badger";

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
    return ServiceRef.providedBy(this, id(), OTLP_GRPC, pods());
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "Service",
            id(),
            targetNamespace(),
            "ports http-query 16686, otlp-grpc 4317, otlp-http 4318",
            "jaegertracing/helm-charts@6c602b54a1800ff35ea055d16789a9522166e0a6:charts/jaeger/templates/jaeger/jaeger-service.yaml"));
  }

  @Override
  protected Values values() {
    return new Values(
        id(),
        new Process(
            props.resources(),
            new PodSecurityContext(true, new Seccomp("RuntimeDefault")),
            new ContainerSecurity(false, true, new Capabilities(List.of("ALL"))),
            List.of(
                new VolumeBuilder()
                    .withName("data")
                    .withNewPersistentVolumeClaim()
                    .withClaimName(id())
                    .endPersistentVolumeClaim()
                    .build()),
            List.of(new VolumeMountBuilder().withName("data").withMountPath(DATA).build())),
        configuration());
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

  private Configuration configuration() {
    var files =
        new Badger(
            new Directories(DATA + "/keys", DATA + "/values"), false, new Ttl(props.retention()));
    var grpc = new Endpoint("0.0.0.0:" + OTLP_GRPC);
    return new Configuration(
        new Service(
            List.of("jaeger_storage", "jaeger_query", "healthcheckv2"),
            new Pipelines(
                new Pipeline(
                    List.of("otlp"), List.of("batch"), List.of("jaeger_storage_exporter")))),
        new Extensions(
            new HealthCheck(true, new Endpoint("0.0.0.0:13133")),
            new Query(new QueryStorage(STORE)),
            new Storage(new Backends(new Backend(files)))),
        new Receivers(new Otlp(new Protocols(grpc, new Endpoint("0.0.0.0:4318")))),
        new Processors(new Batch()),
        new Exporters(new StorageExporter(STORE)));
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

  record Values(String fullnameOverride, Process jaeger, Configuration userconfig) {}

  record Process(
      Compute resources,
      PodSecurityContext podSecurityContext,
      ContainerSecurity securityContext,
      List<Volume> extraVolumes,
      List<VolumeMount> extraVolumeMounts) {}

  record PodSecurityContext(boolean runAsNonRoot, Seccomp seccompProfile) {}

  record Seccomp(String type) {}

  record ContainerSecurity(
      boolean allowPrivilegeEscalation,
      boolean readOnlyRootFilesystem,
      Capabilities capabilities) {}

  record Capabilities(List<String> drop) {}

  record Configuration(
      Service service,
      Extensions extensions,
      Receivers receivers,
      Processors processors,
      Exporters exporters) {}

  record Service(List<String> extensions, Pipelines pipelines) {}

  record Pipelines(Pipeline traces) {}

  record Pipeline(List<String> receivers, List<String> processors, List<String> exporters) {}

  record Extensions(
      HealthCheck healthcheckv2,
      @JsonProperty("jaeger_query") Query query,
      @JsonProperty("jaeger_storage") Storage storage) {}

  record HealthCheck(@JsonProperty("use_v2") boolean useV2, Endpoint http) {}

  record Endpoint(String endpoint) {}

  record Query(QueryStorage storage) {}

  record QueryStorage(String traces) {}

  record Storage(Backends backends) {}

  record Backends(@JsonProperty(STORE) Backend badger) {}

  record Backend(Badger badger) {}

  record Badger(Directories directories, boolean ephemeral, Ttl ttl) {}

  record Directories(String keys, String values) {}

  record Ttl(Duration spans) {}

  record Receivers(Otlp otlp) {}

  record Otlp(Protocols protocols) {}

  record Protocols(Endpoint grpc, Endpoint http) {}

  record Processors(Batch batch) {}

  record Batch() {}

  record Exporters(@JsonProperty("jaeger_storage_exporter") StorageExporter exporter) {}

  record StorageExporter(@JsonProperty("trace_storage") String store) {}
}

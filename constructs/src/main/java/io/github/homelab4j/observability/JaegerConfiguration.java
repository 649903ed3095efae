package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;

/** The configuration of {@link Jaeger}: OpenTelemetry in, files out. */
record JaegerConfiguration(
    Service service,
    Extensions extensions,
    Receivers receivers,
    Processors processors,
    Exporters exporters) {
  static final int OTLP_GRPC = 4317;
  static final String DATA = "/badger";

  private static final int OTLP_HTTP = 4318;
  private static final int HEALTH = 13_133;
  private static final String STORE = "badger";

  static JaegerConfiguration of(Duration retention) {
    var files =
        new Badger(new Directories(DATA + "/keys", DATA + "/values"), false, new Ttl(retention));
    var grpc = Endpoint.at(OTLP_GRPC);
    return new JaegerConfiguration(
        new Service(
            List.of("jaeger_storage", "jaeger_query", "healthcheckv2"),
            new Pipelines(
                new Pipeline(
                    List.of("otlp"), List.of("batch"), List.of("jaeger_storage_exporter")))),
        new Extensions(
            new HealthCheck(true, Endpoint.at(HEALTH)),
            new Query(new QueryStorage(STORE)),
            new Storage(new Backends(new Backend(files)))),
        new Receivers(new Otlp(new Protocols(grpc, Endpoint.at(OTLP_HTTP)))),
        new Processors(new Batch()),
        new Exporters(new StorageExporter(STORE)));
  }

  record Service(List<String> extensions, Pipelines pipelines) {}

  record Pipelines(Pipeline traces) {}

  record Pipeline(List<String> receivers, List<String> processors, List<String> exporters) {}

  record Extensions(
      HealthCheck healthcheckv2,
      @JsonProperty("jaeger_query") Query query,
      @JsonProperty("jaeger_storage") Storage storage) {}

  record HealthCheck(@JsonProperty("use_v2") boolean useV2, Endpoint http) {}

  record Endpoint(String endpoint) {
    static Endpoint at(int port) {
      return new Endpoint("0.0.0.0:" + port);
    }
  }

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

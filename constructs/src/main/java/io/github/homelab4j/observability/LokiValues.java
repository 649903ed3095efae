package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** The values of Loki's chart. */
record LokiValues(
    String fullnameOverride,
    String deploymentMode,
    Defaults defaults,
    Server loki,
    SingleBinary singleBinary,
    Copies backend,
    Copies read,
    Copies write,
    Enabled gateway,
    Enabled chunksCache,
    Enabled resultsCache,
    Enabled lokiCanary,
    Enabled test,
    Sidecar sidecar,
    Monitoring monitoring) {
  private static final String VOLUME = "filesystem";
  private static final Copies NONE = new Copies(0);

  static LokiValues of(String id, LokiProps props, Map<String, String> annotations) {
    return new LokiValues(
        id,
        "Monolithic",
        new Defaults(false),
        Server.of(props),
        new SingleBinary(
            1,
            new Service(annotations),
            props.resources(),
            new Volume(props.size(), props.storage())),
        NONE,
        NONE,
        NONE,
        // For a store of this size, what stands before it and beside it costs more than it does:
        // a proxy, two caches of gigabytes, a program that writes lines to read them again.
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        new Sidecar(Enabled.OFF),
        new Monitoring(Enabled.when(props.metrics())));
  }

  record Defaults(boolean automountServiceAccountToken) {}

  record Copies(int replicas) {}

  record SingleBinary(int replicas, Service service, Compute resources, Volume persistence) {}

  record Service(Map<String, String> annotations) {}

  record Volume(Quantity size, StorageClassRef storageClass) {}

  record Sidecar(Enabled rules) {}

  record Monitoring(Enabled serviceMonitor) {}

  /** The program's own configuration, spelled as it spells it. */
  record Server(
      @JsonProperty("auth_enabled") boolean authEnabled,
      Common commonConfig,
      Storage storage,
      SchemaConfig schemaConfig,
      @JsonProperty("limits_config") Limits limits,
      Compactor compactor,
      Analytics analytics) {
    static Server of(LokiProps props) {
      // Its tables begin on a day; any before the first log is right, and it must stay for ever.
      var schema = new Schema("2024-04-01", "tsdb", VOLUME, "v13", new Index("index_", "24h"));
      return new Server(
          false,
          new Common(1),
          new Storage(VOLUME),
          new SchemaConfig(List.of(schema)),
          new Limits(props.retention().toHours() + "h"),
          new Compactor(true, VOLUME),
          new Analytics(false));
    }
  }

  record Common(@JsonProperty("replication_factor") int replicationFactor) {}

  record Storage(String type) {}

  record SchemaConfig(List<Schema> configs) {}

  record Schema(
      String from,
      String store,
      @JsonProperty("object_store") String objectStore,
      String schema,
      Index index) {}

  record Index(String prefix, String period) {}

  record Limits(@JsonProperty("retention_period") String retentionPeriod) {}

  record Compactor(
      @JsonProperty("retention_enabled") boolean retentionEnabled,
      @JsonProperty("delete_request_store") String deleteRequestStore) {}

  record Analytics(@JsonProperty("reporting_enabled") boolean reporting) {}
}

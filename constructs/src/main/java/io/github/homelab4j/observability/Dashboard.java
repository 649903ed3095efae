package io.github.homelab4j.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dashboard of time series, two panels a row, with a choice of cluster. A ConfigMap with {@link
 * #LABELS} holds it; Grafana's sidecar loads it from there.
 *
 * @param uid its stable id, also the name of its file
 * @param title its title
 * @param panels what it shows
 */
record Dashboard(String uid, String title, List<Dashboard.Panel> panels) {
  /** What Grafana's sidecar looks for. */
  static final Map<String, String> LABELS = Map.of("grafana_dashboard", "1");

  /** The data source that panels read. */
  static final String METRICS = "victoriametrics";

  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;
  // Always \n: the file must be the same on every system.
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  /**
   * A panel.
   *
   * @param title its title
   * @param unit Grafana's name of the unit
   * @param query PromQL
   * @param legend how a series is called
   */
  record Panel(String title, String unit, String query, String legend) {}

  /** The dashboards that every homelab with this library's agents has. */
  static List<Dashboard> defaults() {
    return List.of(nodes(), workloads(), observability());
  }

  ConfigMap configMap(String name, String namespace) {
    return new ConfigMapBuilder()
        .withMetadata(Meta.labelled(name, namespace, LABELS))
        .addToData(uid + ".json", text())
        .build();
  }

  private static Dashboard nodes() {
    var disks = "fstype!~\"tmpfs|ramfs|overlay|squashfs|iso9660\",cluster=~\"$cluster\"";
    var cards = "device!~\"lo|lxc.*|cilium.*|veth.*\",cluster=~\"$cluster\"";
    return new Dashboard(
        "homelab-nodes",
        "Nodes",
        List.of(
            new Panel(
                "CPU used",
                "percentunit",
                "1 - avg by (cluster, node)"
                    + " (rate(node_cpu_seconds_total{mode=\"idle\",cluster=~\"$cluster\"}[$__rate_interval]))",
                "{{node}}"),
            new Panel(
                "Memory used",
                "percentunit",
                "1 - node_memory_MemAvailable_bytes{cluster=~\"$cluster\"} /"
                    + " node_memory_MemTotal_bytes{cluster=~\"$cluster\"}",
                "{{node}}"),
            new Panel(
                "Disk used",
                "percentunit",
                "1 - min by (cluster, node, device) (node_filesystem_avail_bytes{%1$s} / node_filesystem_size_bytes{%1$s})"
                    .formatted(disks),
                "{{node}} {{device}}"),
            new Panel(
                "Disk busy",
                "percentunit",
                "max by (cluster, node, device)"
                    + " (rate(node_disk_io_time_seconds_total{cluster=~\"$cluster\"}[$__rate_interval]))",
                "{{node}} {{device}}"),
            new Panel(
                "Network in",
                "Bps",
                "sum by (cluster, node) (rate(node_network_receive_bytes_total{%s}[$__rate_interval]))"
                    .formatted(cards),
                "{{node}}"),
            new Panel(
                "Network out",
                "Bps",
                "sum by (cluster, node) (rate(node_network_transmit_bytes_total{%s}[$__rate_interval]))"
                    .formatted(cards),
                "{{node}}")));
  }

  private static Dashboard workloads() {
    // Series without a container are sums over a whole pod.
    var containers = "container!=\"\",cluster=~\"$cluster\"";
    return new Dashboard(
        "homelab-workloads",
        "Workloads",
        List.of(
            new Panel(
                "CPU by namespace",
                "short",
                "sum by (cluster, namespace) (rate(container_cpu_usage_seconds_total{%s}[$__rate_interval]))"
                    .formatted(containers),
                "{{namespace}}"),
            new Panel(
                "Memory by namespace",
                "bytes",
                "sum by (cluster, namespace) (container_memory_working_set_bytes{%s})"
                    .formatted(containers),
                "{{namespace}}"),
            new Panel(
                "Pods that are not running",
                "short",
                "sum by (cluster, namespace, phase)"
                    + " (kube_pod_status_phase{phase!~\"Running|Succeeded\",cluster=~\"$cluster\"})"
                    + " > 0",
                "{{namespace}} {{phase}}"),
            new Panel(
                "Restarts",
                "short",
                "sum by (cluster, namespace)"
                    + " (increase(kube_pod_container_status_restarts_total{cluster=~\"$cluster\"}[1h]))"
                    + " > 0",
                "{{namespace}}"),
            new Panel(
                "Volumes used",
                "percentunit",
                "1 - min by (cluster, namespace, persistentvolumeclaim) (%1$s_available_bytes%2$s / %1$s_capacity_bytes%2$s)"
                    .formatted("kubelet_volume_stats", "{cluster=~\"$cluster\"}"),
                "{{namespace}}/{{persistentvolumeclaim}}"),
            new Panel(
                "Certificates: time left",
                "s",
                "certmanager_certificate_expiration_timestamp_seconds{cluster=~\"$cluster\"} -"
                    + " time()",
                "{{name}}")));
  }

  private static Dashboard observability() {
    return new Dashboard(
        "homelab-observability",
        "Observability",
        List.of(
            new Panel(
                "Samples written",
                "wps",
                "sum by (type) (rate(vm_rows_inserted_total[$__rate_interval]))",
                "{{type}}"),
            new Panel(
                "Active series",
                "short",
                "max(vm_cache_entries{type=\"storage/hour_metric_ids\"})",
                "series"),
            new Panel(
                "Metrics: size on disk", "bytes", "sum by (type) (vm_data_size_bytes)", "{{type}}"),
            new Panel(
                "Metrics waiting in agents",
                "bytes",
                "sum by (cluster, pod)"
                    + " (vmagent_remotewrite_pending_data_bytes{cluster=~\"$cluster\"})",
                "{{cluster}} {{pod}}"),
            new Panel(
                "Log lines written",
                "wps",
                "sum(rate(vl_rows_ingested_total[$__rate_interval]))",
                "lines"),
            new Panel(
                "Targets that do not answer",
                "short",
                "count by (cluster, job) (up{cluster=~\"$cluster\"} == 0)",
                "{{cluster}} {{job}}"),
            new Panel(
                "Alerts firing",
                "short",
                "count by (alertname) (ALERTS{alertstate=\"firing\"})",
                "{{alertname}}"),
            new Panel(
                "Log shipping: failed retries",
                "short",
                "sum by (cluster, pod)"
                    + " (rate(fluentbit_output_retries_failed_total{cluster=~\"$cluster\"}[$__rate_interval]))",
                "{{cluster}} {{pod}}")));
  }

  private String text() {
    var source = new Source("prometheus", METRICS);
    var shown = new ArrayList<Shown>();
    for (int i = 0; i < panels.size(); i++) {
      var panel = panels.get(i);
      shown.add(
          new Shown(
              i + 1,
              "timeseries",
              panel.title(),
              new Position(HEIGHT, WIDTH, i % 2 * WIDTH, i / 2 * HEIGHT),
              source,
              new Fields(new Defaults(panel.unit(), 0), List.of()),
              List.of(new Target("A", panel.query(), panel.legend(), source))));
    }
    var cluster = "label_values(up, cluster)";
    var choice =
        new Variable(
            "cluster",
            "Cluster",
            "query",
            source,
            new Query(cluster, "cluster"),
            cluster,
            true,
            true,
            ".*",
            2);
    var range = new Range("now-6h", "now");
    var model =
        new Model(
            uid,
            title,
            List.of("homelab4j"),
            "browser",
            39,
            "1m",
            range,
            new Templating(List.of(choice)),
            shown);
    try {
      return WRITER.writeValueAsString(Json.tree(model));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Model(
      String uid,
      String title,
      List<String> tags,
      String timezone,
      int schemaVersion,
      String refresh,
      Range time,
      Templating templating,
      List<Shown> panels) {}

  private record Range(String from, String to) {}

  private record Templating(List<Variable> list) {}

  private record Variable(
      String name,
      String label,
      String type,
      Source datasource,
      Query query,
      String definition,
      boolean includeAll,
      boolean multi,
      String allValue,
      int refresh) {}

  private record Query(String query, String refId) {}

  private record Source(String type, String uid) {}

  private record Shown(
      int id,
      String type,
      String title,
      Position gridPos,
      Source datasource,
      Fields fieldConfig,
      List<Target> targets) {}

  private record Position(int h, int w, int x, int y) {}

  private record Fields(Defaults defaults, List<String> overrides) {}

  private record Defaults(String unit, int min) {}

  private record Target(String refId, String expr, String legendFormat, Source datasource) {}
}

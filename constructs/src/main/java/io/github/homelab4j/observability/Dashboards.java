package io.github.homelab4j.observability;

import java.util.List;

/** The dashboards that {@link Grafana} brings itself. */
final class Dashboards {
  private Dashboards() {}

  /** The dashboards that every homelab with this library's agents has. */
  static List<Dashboard> defaults() {
    return List.of(nodes(), workloads(), observability());
  }

  private static Dashboard nodes() {
    var disks = "fstype!~\"tmpfs|ramfs|overlay|squashfs|iso9660\",cluster=~\"$cluster\"";
    var cards = "device!~\"lo|lxc.*|cilium.*|veth.*\",cluster=~\"$cluster\"";
    return new Dashboard(
        "homelab-nodes",
        "Nodes",
        List.of(
            new Dashboard.Panel(
                "CPU used",
                "percentunit",
                "1 - avg by (cluster, node) (rate(node_cpu_seconds_total{mode=\"idle\",cluster=~\"$cluster\"}[$__rate_interval]))",
                "{{node}}"),
            new Dashboard.Panel(
                "Memory used",
                "percentunit",
                "1 - node_memory_MemAvailable_bytes{cluster=~\"$cluster\"} / node_memory_MemTotal_bytes{cluster=~\"$cluster\"}",
                "{{node}}"),
            new Dashboard.Panel(
                "Disk used",
                "percentunit",
                "1 - min by (cluster, node, device) (node_filesystem_avail_bytes{%1$s} / node_filesystem_size_bytes{%1$s})"
                    .formatted(disks),
                "{{node}} {{device}}"),
            new Dashboard.Panel(
                "Disk busy",
                "percentunit",
                "max by (cluster, node, device) (rate(node_disk_io_time_seconds_total{cluster=~\"$cluster\"}[$__rate_interval]))",
                "{{node}} {{device}}"),
            new Dashboard.Panel(
                "Network in",
                "Bps",
                "sum by (cluster, node) (rate(node_network_receive_bytes_total{%s}[$__rate_interval]))"
                    .formatted(cards),
                "{{node}}"),
            new Dashboard.Panel(
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
            new Dashboard.Panel(
                "CPU by namespace",
                "short",
                "sum by (cluster, namespace) (rate(container_cpu_usage_seconds_total{%s}[$__rate_interval]))"
                    .formatted(containers),
                "{{namespace}}"),
            new Dashboard.Panel(
                "Memory by namespace",
                "bytes",
                "sum by (cluster, namespace) (container_memory_working_set_bytes{%s})"
                    .formatted(containers),
                "{{namespace}}"),
            new Dashboard.Panel(
                "Pods that are not running",
                "short",
                "sum by (cluster, namespace, phase) (kube_pod_status_phase{phase!~\"Running|Succeeded\",cluster=~\"$cluster\"}) > 0",
                "{{namespace}} {{phase}}"),
            new Dashboard.Panel(
                "Restarts",
                "short",
                "sum by (cluster, namespace) (increase(kube_pod_container_status_restarts_total{cluster=~\"$cluster\"}[1h])) > 0",
                "{{namespace}}"),
            new Dashboard.Panel(
                "Volumes used",
                "percentunit",
                "1 - min by (cluster, namespace, persistentvolumeclaim) (%1$s_available_bytes%2$s / %1$s_capacity_bytes%2$s)"
                    .formatted("kubelet_volume_stats", "{cluster=~\"$cluster\"}"),
                "{{namespace}}/{{persistentvolumeclaim}}"),
            new Dashboard.Panel(
                "Certificates: time left",
                "s",
                "certmanager_certificate_expiration_timestamp_seconds{cluster=~\"$cluster\"} - time()",
                "{{name}}")));
  }

  private static Dashboard observability() {
    return new Dashboard(
        "homelab-observability",
        "Observability",
        List.of(
            new Dashboard.Panel(
                "Samples written",
                "wps",
                "sum by (type) (rate(vm_rows_inserted_total[$__rate_interval]))",
                "{{type}}"),
            new Dashboard.Panel(
                "Active series",
                "short",
                "max(vm_cache_entries{type=\"storage/hour_metric_ids\"})",
                "series"),
            new Dashboard.Panel(
                "Metrics: size on disk", "bytes", "sum by (type) (vm_data_size_bytes)", "{{type}}"),
            new Dashboard.Panel(
                "Metrics waiting in agents",
                "bytes",
                "sum by (cluster, pod) (vmagent_remotewrite_pending_data_bytes{cluster=~\"$cluster\"})",
                "{{cluster}} {{pod}}"),
            new Dashboard.Panel(
                "Log lines written",
                "wps",
                "sum(rate(vl_rows_ingested_total[$__rate_interval]))",
                "lines"),
            new Dashboard.Panel(
                "Targets that do not answer",
                "short",
                "count by (cluster, job) (up{cluster=~\"$cluster\"} == 0)",
                "{{cluster}} {{job}}"),
            new Dashboard.Panel(
                "Alerts firing",
                "short",
                "count by (alertname) (ALERTS{alertstate=\"firing\"})",
                "{{alertname}}"),
            new Dashboard.Panel(
                "Log shipping: failed retries",
                "short",
                "sum by (cluster, pod) (rate(fluentbit_output_retries_failed_total{cluster=~\"$cluster\"}[$__rate_interval]))",
                "{{cluster}} {{pod}}")));
  }
}

package io.github.homelab4j.observability;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.time.Duration;
import java.util.List;

/**
 * Alerts that hold in any homelab: few, and each one something that a person has to look at. They
 * read the metrics of kubelets, kube-state-metrics, node-exporter, cert-manager and CloudNativePG's
 * Barman plugin; where one of these is missing, its alerts stay silent.
 */
final class DefaultRules {
  private static final String REAL_DISKS = "fstype!~\"tmpfs|ramfs|overlay|squashfs|iso9660\"";
  private static final String WHERE = " (cluster {{ $labels.cluster }}).";

  private DefaultRules() {}

  /** All groups in one rule object. */
  static PrometheusRule named(String name, String namespace) {
    return AlertGroup.object(
        name,
        namespace,
        List.of(nodes(), volumes(), workloads(), scraping(), certificates(), backups()));
  }

  private static AlertGroup nodes() {
    return AlertGroup.of(
        "nodes",
        critical(
            "NodeNotReady",
            5,
            "kube_node_status_condition{condition=\"Ready\",status=\"true\"} == 0",
            "Node {{ $labels.node }} is not ready"),
        warning(
            "NodeDiskFilling",
            15,
            ("min by (cluster, node, device) (node_filesystem_avail_bytes{%1$s} /"
                    + " node_filesystem_size_bytes{%1$s} and node_filesystem_readonly{%1$s} == 0) <"
                    + " 0.1")
                .formatted(REAL_DISKS),
            "Less than a tenth of {{ $labels.device }} on {{ $labels.node }} is free"),
        warning(
            "NodeMemoryShort",
            15,
            "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.05",
            "Less than 5 % of the memory of {{ $labels.node }} is available"));
  }

  private static AlertGroup volumes() {
    return AlertGroup.of(
        "volumes",
        warning(
            "VolumeFilling",
            15,
            "min by (cluster, namespace, persistentvolumeclaim)"
                + " (kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes) <"
                + " 0.1",
            "Less than a tenth of volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is free"),
        warning(
            "VolumeClaimPending",
            15,
            "kube_persistentvolumeclaim_status_phase{phase=\"Pending\"} == 1",
            "Claim {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has no volume"));
  }

  private static AlertGroup workloads() {
    return AlertGroup.of(
        "workloads",
        warning(
            "ContainerCrashLooping",
            15,
            "max_over_time(kube_pod_container_status_waiting_reason{reason=\"CrashLoopBackOff\"}[5m]) >= 1",
            "Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} crashes again and again"),
        warning(
            "DeploymentIncomplete",
            15,
            "kube_deployment_status_replicas_available < kube_deployment_spec_replicas",
            "Deployment {{ $labels.namespace }}/{{ $labels.deployment }} has fewer copies than it should"),
        warning(
            "StatefulSetIncomplete",
            15,
            "kube_statefulset_status_replicas_ready < kube_statefulset_replicas",
            "StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} has fewer copies than it should"),
        warning(
            "DaemonSetIncomplete",
            15,
            "kube_daemonset_status_number_ready < kube_daemonset_status_desired_number_scheduled",
            "DaemonSet {{ $labels.namespace }}/{{ $labels.daemonset }} is missing on a node"),
        warning(
            "JobFailed",
            1,
            "kube_job_failed{condition=\"true\"} > 0",
            "Job {{ $labels.namespace }}/{{ $labels.job_name }} has failed"));
  }

  private static AlertGroup scraping() {
    return AlertGroup.of(
        "scraping",
        warning(
            "TargetDown",
            10,
            "up == 0",
            "{{ $labels.job }} at {{ $labels.instance }} does not answer"),
        critical(
            "ClusterSilent",
            10,
            "count by (cluster) (up offset 1h) unless count by (cluster) (up)",
            "Cluster {{ $labels.cluster }} sends no metrics any more"));
  }

  private static AlertGroup certificates() {
    return AlertGroup.of(
        "certificates",
        warning(
            "CertificateNotReady",
            30,
            "certmanager_certificate_ready_status{condition=\"True\"} == 0",
            "Certificate {{ $labels.name }} is not ready"),
        // Renewal begins 30 days before the end of a 90 days' certificate: two weeks of failures
        // are behind us.
        critical(
            "CertificateExpiring",
            60,
            "certmanager_certificate_expiration_timestamp_seconds - time() < 14 * 86400",
            "Certificate {{ $labels.name }} expires within two weeks"));
  }

  private static AlertGroup backups() {
    return AlertGroup.of(
        "backups",
        // Backups are daily; half a day more lets one fail and be repeated.
        critical(
            "PostgresBackupTooOld",
            60,
            "time() - max by (cluster, namespace) (barman_cloud_cloudnative_pg_io_last_available_backup_timestamp) > 36 * 3600",
            "The last backup of PostgreSQL in {{ $labels.namespace }} is older than a day and a half"));
  }

  private static AlertRule critical(String name, int minutes, String expression, String summary) {
    return AlertRule.critical(name, Duration.ofMinutes(minutes), expression, summary + WHERE);
  }

  private static AlertRule warning(String name, int minutes, String expression, String summary) {
    return AlertRule.warning(name, Duration.ofMinutes(minutes), expression, summary + WHERE);
  }
}

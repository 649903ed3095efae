package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.RuleGroup;
import io.fabric8.openshift.api.model.monitoring.v1.RuleGroupBuilder;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Durations;
import java.time.Duration;
import java.util.List;

/**
 * Alerts that hold in any homelab: few, and each one something that a person has to look at. They
 * read the metrics of kubelets, kube-state-metrics, node-exporter, cert-manager and CloudNativePG's
 * Barman plugin; where one of these is missing, its alerts stay silent.
 */
final class DefaultRules {
  private static final String REAL_DISKS = "fstype!~\"tmpfs|ramfs|overlay|squashfs|iso9660\"";

  private DefaultRules() {}

  /** All groups in one rule object. */
  static PrometheusRule named(String name, String namespace) {
    return new PrometheusRuleBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .withGroups(nodes(), volumes(), workloads(), scraping(), certificates(), backups())
        .endSpec()
        .build();
  }

  private static RuleGroup nodes() {
    return group(
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

  private static RuleGroup volumes() {
    return group(
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

  private static RuleGroup workloads() {
    return group(
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

  private static RuleGroup scraping() {
    return group(
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

  private static RuleGroup certificates() {
    return group(
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

  private static RuleGroup backups() {
    return group(
        "backups",
        // Backups are daily; half a day more lets one fail and be repeated.
        critical(
            "PostgresBackupTooOld",
            60,
            "time() - max by (cluster, namespace) (barman_cloud_cloudnative_pg_io_last_available_backup_timestamp) > 36 * 3600",
            "The last backup of PostgreSQL in {{ $labels.namespace }} is older than a day and a half"));
  }

  private static RuleGroup group(String name, Rule... rules) {
    return new RuleGroupBuilder().withName(name).withRules(List.of(rules)).build();
  }

  private static Rule critical(String name, int minutes, String expression, String summary) {
    return rule("critical", name, minutes, expression, summary);
  }

  private static Rule warning(String name, int minutes, String expression, String summary) {
    return rule("warning", name, minutes, expression, summary);
  }

  private static Rule rule(
      String severity, String name, int minutes, String expression, String summary) {
    return new RuleBuilder()
        .withAlert(name)
        .withExpr(new IntOrString(expression))
        .withFor(Durations.go(Duration.ofMinutes(minutes)))
        .addToLabels("severity", severity)
        .addToAnnotations("summary", summary + " (cluster {{ $labels.cluster }}).")
        .build();
  }
}

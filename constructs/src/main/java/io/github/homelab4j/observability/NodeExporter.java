package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Prometheus' node exporter: CPU, memory, disks and network of every node as metrics.
 *
 * <p>Listens on port 9100 of each node. Reads the host, so that it needs a namespace that allows
 * host access; it writes nothing there.
 */
@ComponentInfo(
    name = "prometheus-node-exporter",
    domain = Domain.OBSERVABILITY,
    upstream = "https://github.com/prometheus/node_exporter",
    namespace = "observability-agents",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com")
public final class NodeExporter extends HelmComponent {
  private static final String TEMPLATES =
      "prometheus-community/helm-charts@cf408a290aec489277a94450bb3511432477a53a:charts/prometheus-node-exporter/templates/";
  private static final String POD_CONTEXT =
      "{runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534, fsGroup: 65534}";

  // The chart's own.
  private static final long USER = 65534;

  private final NodeExporterProps props;

  /** Stores its settings. */
  public NodeExporter(Construct scope, String id, NodeExporterProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("metrics", 9100)
            .labelledAsPods(AppLabels.of("prometheus-node-exporter", releaseName()))
            .detail("its pods are in the host's network"));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(PodRule.SEC_002, "it counts the packets of the machine, not those of a pod"),
        Exemption.of(PodRule.SEC_003, "it counts the processes of the machine"),
        Exemption.of(
            PodRule.SEC_005,
            "it reads what the kernel tells in /proc and /sys, and how full disks are"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("DaemonSet", id(), TEMPLATES + "daemonset.yaml")
            .labelled(AppLabels.of("prometheus-node-exporter", releaseName()))
            .security("securityContext", POD_CONTEXT)
            .hostNetwork("hostNetwork", true)
            .told("/hostPID", "hostPID", "true")
            .told(
                "/automountServiceAccountToken",
                "serviceAccount.automountServiceAccountToken",
                "false")
            .hostPath("proc", "/proc")
            .hostPath("sys", "/sys")
            .hostPath("root", "/")
            .with(
                ChartContainer.of("node-exporter")
                    .resources("resources")
                    .security("containerSecurityContext", "{readOnlyRootFilesystem: true}")
                    .mounts("proc", true)
                    .mounts("sys", true)
                    .mounts("root", true)
                    .port("metrics", 9100)
                    .alive()
                    .ready()));
  }

  @Override
  protected Values values() {
    return new Values(
        id(),
        ScrapedBy.of(props.monitor()),
        Confinement.pod(USER),
        Confinement.container(),
        List.of(new TolerationBuilder().withOperator("Exists").build()),
        List.of(
            "--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run|var/lib/kubelet/.+)($|/)"),
        Compute.of(Quantity.millis(20), Quantity.mi(32), Quantity.mi(128)));
  }

  record Values(
      String fullnameOverride,
      ScrapedBy prometheus,
      PodSecurityContext securityContext,
      SecurityContext containerSecurityContext,
      List<Toleration> tolerations,
      List<String> extraArgs,
      Compute resources) {}

  record ScrapedBy(Optional<Monitor> monitor, Optional<Monitor> podMonitor) {
    static ScrapedBy of(NodeExporterProps.Monitor kind) {
      var node = new Relabeling(List.of("__meta_kubernetes_pod_node_name"), "node");
      var monitor = Optional.of(new Monitor(true, List.of(node)));
      return kind == NodeExporterProps.Monitor.POD
          ? new ScrapedBy(Optional.empty(), monitor)
          : new ScrapedBy(monitor, Optional.empty());
    }
  }

  record Monitor(boolean enabled, List<Relabeling> relabelings) {}

  // The name by which every other metric calls the node.
  record Relabeling(List<String> sourceLabels, String targetLabel) {}
}

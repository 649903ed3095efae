package io.github.homelab4j.observability;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import software.constructs.Construct;

/**
 * Fluent Bit: reads the logs of all containers on every node and ships them to VictoriaLogs, which
 * may be in another cluster.
 *
 * <p>A log line is stored as it was written, with the name of its cluster, namespace, pod and
 * container. What the store does not take waits on the node's disk and is sent later; the position
 * in each file survives a restart. Needs a namespace that allows host access.
 */
@ComponentInfo(
    name = "fluent-bit",
    domain = Domain.OBSERVABILITY,
    upstream = "https://docs.fluentbit.io/manual/",
    namespace = "observability-agents",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com")
public final class FluentBit extends HelmComponent {
  private static final String TEMPLATES =
      "fluent/helm-charts@5b81bf7a5a5d9f7c3513810efdef47cdb4e28239:charts/fluent-bit/templates/";
  private static final String VOLUMES =
      """
      - {name: varlog, hostPath: {path: /var/log}}
      - {name: varlibdockercontainers, hostPath: {path: /var/lib/docker/containers}}
      - {name: etcmachineid, hostPath: {path: /etc/machine-id, type: File}}
      """;
  private static final String MOUNTS =
      """
      - {name: varlog, mountPath: /var/log}
      - {name: varlibdockercontainers, mountPath: /var/lib/docker/containers, readOnly: true}
      - {name: etcmachineid, mountPath: /etc/machine-id, readOnly: true}
      """;

  private final FluentBitProps props;

  /** Stores its settings. */
  public FluentBit(Construct scope, String id, FluentBitProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("http", 2020)
            .labelledAsPods(AppLabels.of("fluent-bit", releaseName())));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_005, "it reads the logs of all containers where the kubelet keeps them"),
        Exemption.of(
            PodRule.SEC_006,
            "how far it read each file, and what is not taken yet, outlives the pod there"),
        Exemption.of(PodRule.SEC_012, "log files belong to root"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("DaemonSet", id(), TEMPLATES + "daemonset.yaml")
            .labelled(AppLabels.of("fluent-bit", releaseName()))
            .security("podSecurityContext", "{}")
            .hostNetwork("hostNetwork", false)
            .priority("priorityClassName", "null")
            .told("/volumes", "daemonSetVolumes", VOLUMES)
            .with(
                ChartContainer.of("fluent-bit")
                    .resources("resources")
                    .security("securityContext", "{}")
                    .told("/volumeMounts", "daemonSetVolumeMounts", MOUNTS)
                    .port("http", 2020)
                    .alive()
                    .ready()));
  }

  @Override
  protected FluentBitValues values() {
    var clusterName = cluster().map(Cluster::id).orElse("default");
    return FluentBitValues.of(
        id(), props, FluentBitConfig.of(id(), targetNamespace(), clusterName, props));
  }
}

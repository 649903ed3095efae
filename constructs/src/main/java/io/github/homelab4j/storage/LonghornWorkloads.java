package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import java.util.List;
import java.util.Map;

/**
 * What the chart of {@link Longhorn} runs. Its driver and what holds volumes is made by the manager
 * in the cluster.
 */
final class LonghornWorkloads {
  private static final String CRITICAL = "longhorn-critical";
  // The chart's own.
  private static final String APART =
      "{podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1,"
          + " podAffinityTerm: {labelSelector: {matchExpressions: [{key: app, operator: In, values:"
          + " [longhorn-ui]}]}, topologyKey: kubernetes.io/hostname}}]}}";

  private LonghornWorkloads() {}

  static List<ChartWorkload> of(String namespace) {
    return List.of(manager(namespace), deployer(namespace), ui(namespace));
  }

  private static ChartWorkload manager(String namespace) {
    return ChartWorkload.of(
            "DaemonSet",
            "longhorn-manager",
            namespace,
            LonghornFacts.TEMPLATES + "daemonset-sa.yaml")
        .labelled(LonghornFacts.MANAGER_PODS)
        .priority("longhornManager.priorityClass", CRITICAL)
        .hostPath("boot", "/boot/")
        .hostPath("dev", "/dev/")
        .hostPath("proc", "/proc/")
        .hostPath("etc", "/etc/")
        .hostPath("longhorn", "/var/lib/longhorn/")
        .with(
            ChartContainer.of("longhorn-manager")
                .resources("longhornManager.resources")
                .security("{privileged: true}")
                .mounts("boot", true)
                .mounts("dev", false)
                .mounts("proc", true)
                .mounts("etc", true)
                .mounts("longhorn", false)
                .port("manager", 9500)
                .port("admission-wh", 9502)
                .port("recov-backend", 9503)
                .ready(),
            ChartContainer.of("pre-pull-share-manager-image"));
  }

  private static ChartWorkload deployer(String namespace) {
    return ChartWorkload.of(
            "Deployment",
            "longhorn-driver-deployer",
            namespace,
            LonghornFacts.TEMPLATES + "deployment-driver.yaml")
        .labelled(Map.of("app", "longhorn-driver-deployer"))
        .replicas(1)
        .security("{runAsUser: 0}")
        .priority("longhornDriver.priorityClass", CRITICAL)
        .with(
            ChartContainer.first("wait-longhorn-manager"),
            ChartContainer.of("longhorn-driver-deployer"));
  }

  private static ChartWorkload ui(String namespace) {
    return ChartWorkload.of(
            "Deployment", "longhorn-ui", namespace, LonghornFacts.TEMPLATES + "deployment-ui.yaml")
        .labelled(LonghornFacts.UI_PODS)
        .replicas("longhornUI.replicas", 2)
        .priority("longhornUI.priorityClass", CRITICAL)
        .told("/affinity", "longhornUI.affinity", APART)
        .with(ChartContainer.of("longhorn-ui").port("http", Longhorn.UI_POD_PORT));
  }
}

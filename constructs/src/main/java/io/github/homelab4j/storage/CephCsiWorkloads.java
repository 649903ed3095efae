package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import java.util.List;
import java.util.Map;

/** What the operator of the CSI drivers runs for {@link CephCsiDrivers}. */
final class CephCsiWorkloads {
  private static final String SOURCE =
      "ceph/ceph-csi-operator@v1.0.4:internal/controller/driver_controller.go";
  private static final String DEFAULTS = "operatorConfig.driverSpecDefaults.";
  private static final String KUBELET = "/var/lib/kubelet/";
  private static final String MOUNTING =
      "{privileged: true, allowPrivilegeEscalation: true,"
          + " capabilities: {add: [SYS_ADMIN], drop: [All]}}";
  private static final String REGISTERING = "{privileged: true, capabilities: {drop: [All]}}";

  private CephCsiWorkloads() {}

  static List<ChartWorkload> of(String namespace, CephDrivers drivers) {
    return List.of(
        controller(namespace, drivers.rbd(), "rbd"),
        controller(namespace, drivers.cephfs(), "cephfs"),
        node(namespace, drivers.rbd(), "rbd").fixed("/hostPID", "true"),
        node(namespace, drivers.cephfs(), "cephfs")
            .hostPath("csi-mountinfo", KUBELET + "plugins/" + drivers.cephfs() + "/mountinfo"));
  }

  private static ChartWorkload controller(String namespace, String driver, String type) {
    var values = "drivers.%s.controllerPlugin.".formatted(type);
    return ChartWorkload.of("Deployment", driver + "-ctrlplugin", namespace, SOURCE)
        .labelled(Map.of("app", driver + "-ctrlplugin"))
        .replicas(values + "replicas", 1)
        .hostNetwork(values + "hostNetwork", false)
        .priority(DEFAULTS + "controllerPlugin.priorityClassName", "null")
        .with(
            ChartContainer.of("csi-%splugin".formatted(type))
                .resources(values + "resources.plugin"),
            ChartContainer.of("csi-provisioner").resources(values + "resources.provisioner"),
            ChartContainer.of("csi-resizer").resources(values + "resources.resizer"),
            ChartContainer.of("csi-attacher").resources(values + "resources.attacher"),
            ChartContainer.of("csi-snapshotter").resources(values + "resources.snapshotter"));
  }

  private static ChartWorkload node(String namespace, String driver, String type) {
    var values = "drivers.%s.nodePlugin.".formatted(type);
    return ChartWorkload.of("DaemonSet", driver + "-nodeplugin", namespace, SOURCE)
        .labelled(Map.of("app", driver + "-nodeplugin"))
        .hostNetwork()
        .priority(DEFAULTS + "nodePlugin.priorityClassName", "null")
        .hostPath("host-dev", "/dev")
        .hostPath("host-sys", "/sys")
        .hostPath("host-run-mount", "/run/mount")
        .hostPath("lib-modules", "/lib/modules")
        .hostPath("plugin-dir", KUBELET + "plugins/" + driver)
        .hostPath("plugin-mount-dir", KUBELET + "plugins")
        .hostPath("pods-mount-dir", KUBELET + "pods")
        .hostPath("registration-dir", KUBELET + "plugins_registry")
        .with(
            ChartContainer.of("csi-%splugin".formatted(type))
                .resources(values + "resources.plugin")
                .security(MOUNTING),
            ChartContainer.of("driver-registrar")
                .resources(values + "resources.registrar")
                .security(REGISTERING));
  }
}

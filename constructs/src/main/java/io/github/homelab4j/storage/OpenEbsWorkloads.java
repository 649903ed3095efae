package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the chart of {@link OpenEbs} runs. Its charts of that version are not published as source:
 * what is said here stands in older ones and in its values.
 */
final class OpenEbsWorkloads {
  private static final String HOSTPATH =
      "openebs/dynamic-localpv-provisioner@v4.0.0:deploy/helm/charts/templates/deployment.yaml";
  private static final String LVM = "openebs/lvm-localpv@v1.5.0:deploy/helm/charts/templates/";
  private static final String KUBELET = "/var/lib/kubelet/";

  private OpenEbsWorkloads() {}

  static List<ChartWorkload> of(String release, String namespace, OpenEbsProps props) {
    var all = new ArrayList<ChartWorkload>();
    all.add(
        ChartWorkload.of("Deployment", release + "-localpv-provisioner", namespace, HOSTPATH)
            .labelled(
                Map.of(
                    "app",
                    "localpv-provisioner",
                    "release",
                    release,
                    "component",
                    "localpv-provisioner"))
            .replicas("localpv-provisioner.localpv.replicas", 1)
            .with(
                ChartContainer.of(release + "-localpv-provisioner")
                    .resources("localpv-provisioner.localpv.resources")
                    .alive()));
    if (props.hasLvm()) {
      all.add(controller(release, namespace));
      all.add(node(release, namespace));
    }
    return all;
  }

  private static ChartWorkload controller(String release, String namespace) {
    return ChartWorkload.of(
            "Deployment",
            release + "-lvm-localpv-controller",
            namespace,
            LVM + "lvm-controller.yaml")
        .labelled(Map.of("app", "openebs-lvm-controller", "release", release))
        .replicas("lvm-localpv.lvmController.replicas", 1)
        .with(
            sidecar("csi-resizer"),
            sidecar("csi-snapshotter"),
            sidecar("csi-provisioner"),
            sidecar("openebs-lvm-plugin"));
  }

  private static ChartContainer sidecar(String name) {
    return ChartContainer.of(name).resources("lvm-localpv.lvmController.resources");
  }

  private static ChartWorkload node(String release, String namespace) {
    return ChartWorkload.of(
            "DaemonSet", release + "-lvm-localpv-node", namespace, LVM + "lvm-node.yaml")
        .labelled(Map.of("name", "openebs-lvm-node", "release", release))
        .hostNetwork("lvm-localpv.lvmNode.hostNetwork", false)
        .hostPath("device-dir", "/dev")
        .hostPath("registration-dir", KUBELET + "plugins_registry/")
        .hostPath("plugin-dir", KUBELET + "plugins/lvm-localpv/")
        .hostPath("pods-mount-dir", KUBELET)
        .with(
            ChartContainer.of("csi-node-driver-registrar")
                .resources("lvm-localpv.lvmNode.resources"),
            ChartContainer.of("openebs-lvm-plugin")
                .resources("lvm-localpv.lvmNode.resources")
                .security("{privileged: true, allowPrivilegeEscalation: true}"));
  }
}

package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the chart of {@link RookCephCluster} runs, and the operator for it: one pod a daemon. */
final class RookCephClusterWorkloads {
  private static final String OPERATOR = "rook/rook@v1.20.6:pkg/operator/ceph/cluster/";
  private static final String DATA = "/var/lib/rook";
  private static final String CONTEXT =
      "{runAsNonRoot: true, runAsUser: 2016, runAsGroup: 2016, capabilities: {drop: [ALL]}}";
  private static final String TOOLBOX =
      "{limits: {memory: 1Gi}, requests: {cpu: 100m, memory: 128Mi}}";

  private RookCephClusterWorkloads() {}

  static List<ChartWorkload> of(String namespace, RookCephClusterProps props) {
    var all = new ArrayList<ChartWorkload>();
    all.add(
        daemon(namespace, "mon", "{limits: {memory: 2Gi}, requests: {cpu: 1000m, memory: 1Gi}}")
            .priority("cephClusterSpec.priorityClassNames.mon", "system-node-critical"));
    all.add(
        daemon(namespace, "mgr", "{limits: {memory: 1Gi}, requests: {cpu: 500m, memory: 512Mi}}")
            .priority("cephClusterSpec.priorityClassNames.mgr", "system-cluster-critical"));
    all.add(osd(namespace));
    if (props.toolbox()) {
      all.add(toolbox(namespace));
    }
    return all;
  }

  private static ChartWorkload daemon(String namespace, String type, String resources) {
    return pods(namespace, type)
        .with(
            ChartContainer.of(type)
                .resources("cephClusterSpec.resources." + type, resources)
                .security("{privileged: false, capabilities: {drop: [NET_RAW]}}"));
  }

  private static ChartWorkload osd(String namespace) {
    var resources = "{limits: {memory: 4Gi}, requests: {cpu: 1000m, memory: 4Gi}}";
    return pods(namespace, "osd")
        .priority("cephClusterSpec.priorityClassNames.osd", "system-node-critical")
        .hostPath("rook-data", DATA)
        .hostPath("devices", "/dev")
        .hostPath("run-udev", "/run/udev")
        .with(
            ChartContainer.of("osd")
                .resources("cephClusterSpec.resources.osd", resources)
                .security(
                    "{privileged: true, runAsUser: 0, readOnlyRootFilesystem: false,"
                        + " capabilities: {drop: [NET_RAW]}}")
                .alive());
  }

  private static ChartWorkload pods(String namespace, String type) {
    return ChartWorkload.of(
            "Deployment", "rook-ceph-" + type, namespace, OPERATOR + type + "/spec.go")
        .labelled(Map.of("app", "rook-ceph-" + type))
        .hostNetwork()
        .hostPath("ceph-daemons-sock-dir", DATA + "/exporter")
        .hostPath("rook-ceph-log", DATA + "/" + namespace + "/log")
        .hostPath("rook-ceph-crash", DATA + "/" + namespace + "/crash");
  }

  private static ChartWorkload toolbox(String namespace) {
    return ChartWorkload.of(
            "Deployment",
            "rook-ceph-tools",
            namespace,
            RookCephClusterFacts.TEMPLATES + "deployment.yaml")
        .labelled(Map.of("app", "rook-ceph-tools"))
        .replicas(1)
        .hostNetwork()
        .priority("toolbox.priorityClassName", "null")
        .affinity("toolbox.affinity")
        .with(
            ChartContainer.of("rook-ceph-tools")
                .resources("toolbox.resources", TOOLBOX)
                .security("toolbox.containerSecurityContext", CONTEXT));
  }
}

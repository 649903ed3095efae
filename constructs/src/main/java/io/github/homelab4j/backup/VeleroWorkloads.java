package io.github.homelab4j.backup;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.kube.AppLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the chart of {@link Velero} runs. */
final class VeleroWorkloads {
  static final String TEMPLATES =
      "vmware-tanzu/helm-charts@73466ca986bbfe34dbd5c30bbf7d62d545d634a2:charts/velero/templates/";
  private static final String NAME = "velero";

  private VeleroWorkloads() {}

  static Map<String, String> pods(String release) {
    var labels = new TreeMap<>(AppLabels.of(NAME, release));
    labels.put("name", NAME);
    return labels;
  }

  static List<ChartWorkload> of(String release, String namespace, VeleroProps props) {
    var all = new ArrayList<ChartWorkload>();
    all.add(
        ChartWorkload.of("Deployment", NAME, namespace, TEMPLATES + "deployment.yaml")
            .labelled(pods(release))
            .replicas(1)
            .security("podSecurityContext", "{}")
            .priority("priorityClassName", "null")
            .told(
                "/automountServiceAccountToken",
                "serviceAccount.server.automountServiceAccountToken",
                "true")
            .told("/initContainers", "initContainers", "[]")
            .with(
                ChartContainer.of(NAME)
                    .resources("resources")
                    .security("containerSecurityContext", "{}")
                    .port("http-monitoring", 8085)
                    .alive()
                    .ready()));
    if (props.copiesVolumes()) {
      all.add(agent(release, namespace));
    }
    return all;
  }

  private static ChartWorkload agent(String release, String namespace) {
    return ChartWorkload.of(
            "DaemonSet", "node-agent", namespace, TEMPLATES + "node-agent-daemonset.yaml")
        .labelled(Map.of("name", "node-agent", "app.kubernetes.io/instance", release))
        .security("nodeAgent.podSecurityContext", "{runAsUser: 0}")
        .priority("nodeAgent.priorityClassName", "null")
        .told(
            "/automountServiceAccountToken",
            "serviceAccount.server.automountServiceAccountToken",
            "true")
        .with(
            ChartContainer.of("node-agent")
                .resources("nodeAgent.resources")
                .security("nodeAgent.containerSecurityContext", "{}")
                .port("http-monitoring", 8085));
  }
}

package io.github.homelab4j.security;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.kube.AppLabels;
import java.util.ArrayList;
import java.util.List;

/** What the chart of {@link Spire} runs. */
final class SpireWorkloads {
  private static final String CHARTS =
      "spiffe/helm-charts-hardened@spire-0.30.0:charts/spire/charts/";
  private static final String KUBELET = "/var/lib/kubelet/";
  private static final String SOCKETS = "/run/spire/agent-sockets";
  private static final String MOUNTING =
      "{readOnlyRootFilesystem: true, privileged: true, capabilities: {drop: [ALL]}}";

  private SpireWorkloads() {}

  static List<ChartWorkload> of(String release, String namespace, SpireProps props) {
    var all = new ArrayList<ChartWorkload>();
    all.add(
        part(
                "StatefulSet",
                release,
                "server",
                namespace,
                "spire-server/templates/server-resource.yaml")
            .replicas("spire-server.replicaCount", 1)
            .spread("spire-server.topologySpreadConstraints")
            .with(
                ChartContainer.of("spire-server")
                    .resources("spire-server.resources")
                    .port("grpc", 8081)
                    .alive()
                    .ready(),
                ChartContainer.of("spire-controller-manager")
                    .resources("spire-server.controllerManager.resources")
                    .alive()
                    .ready()));
    all.add(
        part("DaemonSet", release, "agent", namespace, "spire-agent/templates/daemonset.yaml")
            .hostNetwork()
            .fixed("/hostPID", "true")
            .hostPath("spire-agent-socket-dir", SOCKETS)
            .with(
                root("ensure-alternate-names"),
                root("fsgroupfix"),
                ChartContainer.of("spire-agent")
                    .resources("spire-agent.resources")
                    .alive()
                    .ready()));
    all.add(driver(release, namespace));
    if (props.oidcDiscovery()) {
      var name = "spiffe-oidc-discovery-provider";
      all.add(
          part("Deployment", release, name, namespace, name + "/templates/deployment.yaml")
              .replicas(name + ".replicaCount", 1)
              .with(
                  ChartContainer.first("init").resources(name + ".spiffeHelper.resources"),
                  ChartContainer.of(name).resources(name + ".resources").alive().ready(),
                  ChartContainer.of("spiffe-helper").resources(name + ".spiffeHelper.resources")));
    }
    return all;
  }

  // Makes the folder of its sockets on the machine, and gives it to the agent.
  private static ChartContainer root(String name) {
    return ChartContainer.first(name)
        .resources("spire-agent.resources")
        .security("{runAsUser: 0, runAsGroup: 0}");
  }

  private static ChartWorkload driver(String release, String namespace) {
    var name = "spiffe-csi-driver";
    return part("DaemonSet", release, name, namespace, name + "/templates/daemonset.yaml")
        .hostPath("spire-agent-socket-dir", SOCKETS)
        .hostPath("spiffe-csi-socket-dir", KUBELET + "plugins/csi.spiffe.io")
        .hostPath("mountpoint-dir", KUBELET + "pods")
        .hostPath("kubelet-plugin-registration-dir", KUBELET + "plugins_registry")
        .with(
            ChartContainer.of(name)
                .resources(name + ".resources")
                .security(name + ".securityContext", MOUNTING),
            ChartContainer.of("node-driver-registrar").alive());
  }

  private static ChartWorkload part(
      String kind, String release, String name, String namespace, String file) {
    return ChartWorkload.of(kind, release + "-" + name, namespace, CHARTS + file)
        .labelled(AppLabels.of(name, release));
  }
}

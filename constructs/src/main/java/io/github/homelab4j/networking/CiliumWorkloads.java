package io.github.homelab4j.networking;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the chart of {@link Cilium} runs beside the agents of {@link CiliumNodes}. */
final class CiliumWorkloads {
  private static final String RELAY_POD =
      "{fsGroup: 65532, seccompProfile: {type: RuntimeDefault}}";
  private static final String RELAY =
      "{readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, runAsNonRoot: true,"
          + " runAsUser: 65532, runAsGroup: 65532, seccompProfile: {type: RuntimeDefault},"
          + " capabilities: {drop: [ALL]}}";
  private static final String UI_POD =
      "{runAsNonRoot: true, runAsUser: 1001, runAsGroup: 1001, fsGroup: 1001,"
          + " seccompProfile: {type: RuntimeDefault}}";
  private static final String MESH_POD =
      "{runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, fsGroup: 65532}";
  private static final String PREFERABLY_APART =
      "{podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 100,"
          + " podAffinityTerm: {labelSelector: {matchLabels: {k8s-app: clustermesh-apiserver}},"
          + " topologyKey: kubernetes.io/hostname}}]}}";
  private static final String MESH = "clustermesh.apiserver.";

  private CiliumWorkloads() {}

  static List<ChartWorkload> of(String namespace, CiliumProps props) {
    var all = new ArrayList<>(CiliumNodes.of(namespace, props));
    all.add(operator(namespace));
    if (props.hubbleUi()) {
      all.add(relay(namespace));
      all.add(ui(namespace));
    }
    if (props.plan().mesh().isPresent()) {
      all.add(mesh(namespace));
    }
    return all;
  }

  private static ChartWorkload operator(String namespace) {
    return deployment("cilium-operator", namespace, "cilium-operator", "operator.")
        .labelled(Map.of("io.cilium/app", "operator", "name", "cilium-operator"))
        .replicas("operator.replicas", 2)
        .security("operator.podSecurityContext", "{seccompProfile: {type: RuntimeDefault}}")
        .hostNetwork("operator.hostNetwork", true)
        .priority("operator.priorityClassName", "system-cluster-critical")
        .told("/affinity", "operator.affinity", CiliumNodes.apart("io.cilium/app", "operator"))
        .with(
            container("cilium-operator", "operator.", ChartContext.WRITING)
                .port("prometheus", 9963)
                .alive()
                .ready());
  }

  private static ChartWorkload relay(String namespace) {
    return deployment("hubble-relay", namespace, "hubble-relay", "hubble.relay.")
        .labelled(Map.of("k8s-app", "hubble-relay"))
        .replicas("hubble.relay.replicas", 1)
        .security("hubble.relay.podSecurityContext", RELAY_POD)
        .priority("hubble.relay.priorityClassName", "null")
        .fixed("/automountServiceAccountToken", "false")
        .with(container("hubble-relay", "hubble.relay.", RELAY).port("grpc", 4245).alive().ready());
  }

  private static ChartWorkload ui(String namespace) {
    return deployment("hubble-ui", namespace, "hubble-ui", "hubble.ui.")
        .labelled(Map.of("k8s-app", "hubble-ui"))
        .replicas("hubble.ui.replicas", 1)
        .security("hubble.ui.securityContext", UI_POD)
        .priority("hubble.ui.priorityClassName", "null")
        .with(
            container("frontend", "hubble.ui.frontend.", ChartContext.WRITING)
                .port("http", 8081)
                .alive()
                .ready(),
            container("backend", "hubble.ui.backend.", ChartContext.WRITING).port("grpc", 8090));
  }

  private static ChartWorkload mesh(String namespace) {
    return deployment("clustermesh-apiserver", namespace, "clustermesh-apiserver", MESH)
        .labelled(Map.of("k8s-app", "clustermesh-apiserver"))
        .replicas(MESH + "replicas", 1)
        .security(MESH + "podSecurityContext", MESH_POD)
        .priority(MESH + "priorityClassName", "system-cluster-critical")
        .told("/affinity", MESH + "affinity", PREFERABLY_APART)
        .with(
            ChartContainer.first("etcd-init")
                .resources(MESH + "etcd.init.resources")
                .security(MESH + "etcd.securityContext", ChartContext.WRITING),
            container("etcd", MESH + "etcd.", ChartContext.WRITING).port("etcd", 2379),
            container("apiserver", MESH, ChartContext.WRITING).ready(),
            container("kvstoremesh", MESH + "kvstoremesh.", ChartContext.WRITING).ready());
  }

  private static ChartWorkload deployment(
      String name, String namespace, String folder, String values) {
    return ChartWorkload.of(
            "Deployment", name, namespace, CiliumFacts.TEMPLATES + folder + "/deployment.yaml")
        .spread(values + "topologySpreadConstraints");
  }

  private static ChartContainer container(String name, String values, String context) {
    return ChartContainer.of(name)
        .resources(values + "resources")
        .security(values + "securityContext", context);
  }
}

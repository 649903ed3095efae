package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.crd.ceph.CephCluster;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.Ip;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What connects Rook to the Ceph of another cluster, on both sides. */
final class ExternalCephConnection {
  // Rook asks for both protocols at a monitor with the old port, and for the new one only at 3300.
  private static final int MONITOR_PORT = 6789;

  private ExternalCephConnection() {}

  // Without an image: Rook then runs nothing of Ceph here and leaves its version alone.
  static CephCluster cluster(String name, String namespace) {
    var spec =
        CephCluster.Spec.builder()
            .external(new CephCluster.External(true))
            .crashCollector(new CephCluster.CrashCollector(true))
            .healthCheck(
                new CephCluster.HealthChecks(
                    new CephCluster.DaemonHealth(
                        new CephCluster.Check(false, Duration.ofSeconds(45)))))
            .build();
    return new CephCluster(Meta.of(name, namespace), spec);
  }

  // Rook writes into it whenever monitors come and go: Flux only creates it.
  static ConfigMap monitors(String namespace, List<Ip> addresses) {
    var endpoints =
        IntStream.range(0, addresses.size())
            .mapToObj(i -> "%c=%s:%s".formatted('a' + i, addresses.get(i), MONITOR_PORT))
            .collect(Collectors.joining(","));
    var once = Map.of("kustomize.toolkit.fluxcd.io/ssa", "IfNotPresent");
    return new ConfigMapBuilder()
        .withMetadata(Meta.annotated("rook-ceph-mon-endpoints", namespace, once))
        .addToData("data", endpoints)
        .addToData("mapping", "{}")
        .addToData("maxMonId", Integer.toString(addresses.size() - 1))
        .build();
  }

  // Restricted: otherwise it hands out the logins of the other cluster's own drivers. Clients older
  // than Linux 7.0 know no keys but aes.
  static String exporter(String cluster, CephRef ceph) {
    var options =
        List.of(
            "--format bash",
            "--skip-monitoring-endpoint",
            "--cephx-key-type aes",
            "--restricted-auth-permission true",
            "--k8s-cluster-name " + cluster,
            "--rbd-data-pool-name " + ceph.blockPool(),
            "--cephfs-filesystem-name " + ceph.filesystem());
    return "kubectl -n rook-ceph exec -i deploy/rook-ceph-tools -- python3 - %s < create-external-cluster-resources.py"
        .formatted(String.join(" ", options));
  }
}

package io.github.homelab4j.storage;

import io.github.homelab4j.crd.ceph.CephCluster;
import io.github.homelab4j.crd.ceph.DeviceClass;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** The daemons of {@link RookCephCluster}: what they run on and may take. */
final class RookCephDaemons {
  private RookCephDaemons() {}

  static CephCluster.Spec of(RookCephClusterProps props) {
    return CephCluster.Spec.builder()
        .dataDirHostPath("/var/lib/rook")
        .mon(new CephCluster.Mon(props.monitors(), false))
        .mgr(new CephCluster.Mgr(props.managers(), false))
        // Plain HTTP: the Gateway in front of it, or kubectl port-forward, brings the encryption.
        .dashboard(new CephCluster.Dashboard(true, false))
        .network(new CephCluster.Network("host"))
        .putAllCephConfig(config(props))
        // Clients older than Linux 7.0 do not know the newer cipher.
        .security(new CephCluster.Security(new CephCluster.Cephx(new CephCluster.KeyType("aes"))))
        .putResource(
            "mgr", Compute.of(Quantity.millis(250), Quantity.mi(512), props.managerMemory()))
        .putResource("mon", Compute.of(Quantity.millis(250), Quantity.gi(1), Quantity.gi(2)))
        .putResource("osd", Compute.of(Quantity.millis(500), props.osdMemory()))
        .storage(
            new CephCluster.Storage(
                false, false, Map.of("deviceClass", props.deviceClass().label()), nodes(props)))
        .disruptionManagement(new CephCluster.DisruptionManagement(true))
        .build();
  }

  // Flash is told which blocks are free, in the background.
  private static Map<String, Map<String, String>> config(RookCephClusterProps props) {
    return props.deviceClass() == DeviceClass.HDD
        ? Map.of()
        : Map.of(
            "global", Map.of("bdev_enable_discard", "true", "bdev_async_discard_threads", "1"));
  }

  private static List<CephCluster.Node> nodes(RookCephClusterProps props) {
    return props.osds().entrySet().stream()
        .map(
            node ->
                new CephCluster.Node(
                    node.getKey(), node.getValue().stream().map(CephCluster.Device::new).toList()))
        .toList();
  }
}

package io.github.homelab4j.storage;

import static io.github.homelab4j.storage.RookCephCluster.BLOCK;
import static io.github.homelab4j.storage.RookCephCluster.DASHBOARD;
import static io.github.homelab4j.storage.RookCephCluster.DASHBOARD_PORT;
import static io.github.homelab4j.storage.RookCephCluster.FILESYSTEM;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.crd.ceph.CephVolumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the chart of {@link RookCephCluster} and its operator create. */
final class RookCephClusterFacts {
  static final String TEMPLATES = "rook/rook@v1.20.6:deploy/charts/rook-ceph-cluster/templates/";
  private static final String MANAGER = "rook/rook@v1.20.6:pkg/operator/ceph/cluster/mgr/spec.go";
  private static final String LOGINS = "rook/rook@v1.20.6:pkg/operator/ceph/csi/secrets.go";
  private static final String POOL = "cephblockpool.yaml";
  private static final String SHARED = "cephfilesystem.yaml";
  private static final String SNAPSHOTS = "volumesnapshotclass.yaml";
  private static final String SAME_NAME = "behind the storage class of its name";

  private RookCephClusterFacts() {}

  static List<ChartFact> of(String here) {
    var chart = new ChartFacts(here, TEMPLATES);
    var volumes = new CephVolumes(here);
    var facts = new ArrayList<>(logins(here));
    facts.addAll(
        List.of(
            chart.of("CephCluster", here, "cephcluster.yaml").detail("named after its namespace"),
            chart.of("CephBlockPool", BLOCK, POOL).detail(SAME_NAME),
            chart.of("CephFilesystem", FILESYSTEM, SHARED).detail(SAME_NAME),
            chart
                .clusterScoped("StorageClass", BLOCK, POOL)
                .detail("provisioner " + volumes.rbdDriver()),
            chart
                .clusterScoped("StorageClass", FILESYSTEM, SHARED)
                .detail("provisioner " + volumes.cephfsDriver()),
            chart.clusterScoped("VolumeSnapshotClass", BLOCK, SNAPSHOTS).detail("of block volumes"),
            chart
                .clusterScoped("VolumeSnapshotClass", FILESYSTEM, SNAPSHOTS)
                .detail("of shared file systems"),
            chart
                .of("Deployment", "rook-ceph-tools", "deployment.yaml")
                .selects(Map.of("app", "rook-ceph-tools"))
                .detail("the ceph command"),
            ChartFact.of("Service", DASHBOARD, here, MANAGER)
                .port("http-dashboard", DASHBOARD_PORT)
                .labelledAsPods(Map.of("app", "rook-ceph-mgr", "rook_cluster", here))
                .selects(Map.of("mgr_role", "active"))));
    return facts;
  }

  // With which the drivers of volumes log in.
  private static List<ChartFact> logins(String here) {
    return List.of(
        login("rook-csi-rbd-node", here, "user"),
        login("rook-csi-rbd-provisioner", here, "user"),
        login("rook-csi-cephfs-node", here, "admin"),
        login("rook-csi-cephfs-provisioner", here, "admin"));
  }

  private static ChartFact login(String name, String here, String who) {
    return ChartFact.of("Secret", name, here, LOGINS).keys(who + "ID", who + "Key");
  }
}

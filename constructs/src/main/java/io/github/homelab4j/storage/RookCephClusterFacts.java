package io.github.homelab4j.storage;

import static io.github.homelab4j.storage.RookCephCluster.BLOCK;
import static io.github.homelab4j.storage.RookCephCluster.DASHBOARD;
import static io.github.homelab4j.storage.RookCephCluster.DASHBOARD_PORT;
import static io.github.homelab4j.storage.RookCephCluster.FILESYSTEM;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.crd.ceph.CephVolumes;
import java.util.List;

/** What the chart of {@link RookCephCluster} and its operator create. */
final class RookCephClusterFacts {
  private static final String TEMPLATES =
      "rook/rook@v1.20.6:deploy/charts/rook-ceph-cluster/templates/";
  private static final String MANAGER =
      "rook/rook@v1.20.6:pkg/operator/ceph/cluster/mgr/dashboard.go";
  private static final String POOL = "cephblockpool.yaml";
  private static final String SHARED = "cephfilesystem.yaml";
  private static final String SNAPSHOTS = "volumesnapshotclass.yaml";
  private static final String SAME_NAME = "behind the storage class of its name";

  private RookCephClusterFacts() {}

  static List<ChartFact> of(String here) {
    var chart = new ChartFacts(here, TEMPLATES);
    var volumes = new CephVolumes(here);
    var block = "provisioner " + volumes.rbdDriver();
    var shared = "provisioner " + volumes.cephfsDriver();
    return List.of(
        chart.of("CephCluster", here, "named after its namespace", "cephcluster.yaml"),
        chart.of("CephBlockPool", BLOCK, SAME_NAME, POOL),
        chart.of("CephFilesystem", FILESYSTEM, SAME_NAME, SHARED),
        chart.clusterScoped("StorageClass", BLOCK, block, POOL),
        chart.clusterScoped("StorageClass", FILESYSTEM, shared, SHARED),
        chart.clusterScoped("VolumeSnapshotClass", BLOCK, "of block volumes", SNAPSHOTS),
        chart.clusterScoped("VolumeSnapshotClass", FILESYSTEM, "of shared file systems", SNAPSHOTS),
        chart.of("Deployment", "rook-ceph-tools", "the ceph command", "deployment.yaml"),
        new ChartFact("Service", DASHBOARD, here, "port " + DASHBOARD_PORT, MANAGER));
  }
}

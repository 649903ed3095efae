package io.github.homelab4j.storage;

import static io.github.homelab4j.storage.RookCephCluster.FILES;
import static io.github.homelab4j.storage.RookCephCluster.FILESYSTEM;

import io.github.homelab4j.crd.ceph.CephBlockPool;
import io.github.homelab4j.crd.ceph.CephFilesystem;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/**
 * The pools of {@link RookCephCluster}: each copy of all data on a node of its own.
 *
 * @param props how many copies there are, and on which disks
 */
record RookCephPools(RookCephClusterProps props) {
  private static final String HOST = "host";
  private static final Map<String, String> METADATA_SERVERS =
      Map.of("app", "rook-ceph-mds", "rook_file_system", FILESYSTEM);

  CephBlockPool.Spec blocks() {
    return CephBlockPool.Spec.of(HOST, props.deviceClass(), replicated());
  }

  // Ceph makes this one itself, on disks of any class: as soon as other pools name a class, it
  // stops to fit their numbers of placement groups.
  CephBlockPool.Spec managers() {
    return CephBlockPool.Spec.managers(HOST, props.deviceClass(), replicated());
  }

  CephFilesystem.Spec files() {
    var metadata = new CephFilesystem.Pool(HOST, props.deviceClass(), replicated());
    var files = new CephFilesystem.DataPool(FILES, HOST, props.deviceClass(), replicated());
    return new CephFilesystem.Spec(metadata, List.of(files), metadataServer());
  }

  private CephBlockPool.Replicated replicated() {
    return new CephBlockPool.Replicated(props.replicas());
  }

  private CephFilesystem.MetadataServer metadataServer() {
    return new CephFilesystem.MetadataServer(
        1,
        true,
        Compute.of(Quantity.millis(250), props.metadataServerMemory()),
        "system-cluster-critical",
        CephFilesystem.Placement.of(Placement.apart(METADATA_SERVERS)));
  }
}

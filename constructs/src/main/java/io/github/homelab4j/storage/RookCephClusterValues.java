package io.github.homelab4j.storage;

import static io.github.homelab4j.storage.RookCephCluster.BLOCK;
import static io.github.homelab4j.storage.RookCephCluster.FILES;
import static io.github.homelab4j.storage.RookCephCluster.FILESYSTEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.homelab4j.crd.ceph.CephBlockPool;
import io.github.homelab4j.crd.ceph.CephCluster;
import io.github.homelab4j.crd.ceph.CephFilesystem;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.crd.ceph.DeviceClass;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chart values of {@link RookCephCluster}. */
final class RookCephClusterValues {
  private static final String HOST = "host";
  private static final Map<String, String> METADATA_SERVERS = Map.of("app", "rook-ceph-mds", "rook_file_system", FILESYSTEM);

  private final RookCephClusterProps props;
  private final CephVolumes volumes;

  private RookCephClusterValues(RookCephClusterProps props) {
    this.props = props;
    this.volumes = new CephVolumes(CephNamespaces.of(props.operator()));
  }

  static Values of(RookCephClusterProps props) {
    return new RookCephClusterValues(props).values();
  }

  private Values values() {
    return new Values(
        CephNamespaces.of(props.operator()),
        new Enabled(props.toolbox()),
        new Monitoring(props.metrics(), props.metrics()),
        daemons(),
        List.of(new BlockPool(BLOCK, blockPool(), blockClass()), new BlockPool("builtin-mgr", managersPool(), new Enabled(false))),
        List.of(new Filesystem(FILESYSTEM, filesystemSpec(), filesystemClass())),
        new SnapshotClass(true, BLOCK, true),
        new SnapshotClass(true, FILESYSTEM, true),
        List.of());
  }

  private CephCluster.Spec daemons() {
    return CephCluster.Spec.builder()
        .dataDirHostPath("/var/lib/rook")
        .mon(new CephCluster.Mon(props.monitors(), false))
        .mgr(new CephCluster.Mgr(props.managers(), false))
        // Plain HTTP: the Gateway in front of it, or kubectl port-forward, brings the encryption.
        .dashboard(new CephCluster.Dashboard(true, false))
        .network(new CephCluster.Network(HOST))
        .putAllCephConfig(config())
        // Clients older than Linux 7.0 do not know the newer cipher.
        .security(new CephCluster.Security(new CephCluster.Cephx(new CephCluster.KeyType("aes"))))
        .putResource("mgr", Compute.of(Quantity.millis(250), Quantity.mi(512), props.managerMemory()))
        .putResource("mon", Compute.of(Quantity.millis(250), Quantity.gi(1), Quantity.gi(2)))
        .putResource("osd", Compute.of(Quantity.millis(500), props.osdMemory()))
        .storage(new CephCluster.Storage(false, false, Map.of("deviceClass", props.deviceClass().label()), nodes()))
        .disruptionManagement(new CephCluster.DisruptionManagement(true))
        .build();
  }

  // Flash is told which blocks are free, in the background.
  private Map<String, Map<String, String>> config() {
    return props.deviceClass() == DeviceClass.HDD
        ? Map.of()
        : Map.of("global", Map.of("bdev_enable_discard", "true", "bdev_async_discard_threads", "1"));
  }

  private List<CephCluster.Node> nodes() {
    return props.osds().entrySet().stream()
        .map(node -> new CephCluster.Node(node.getKey(), node.getValue().stream().map(CephCluster.Device::new).toList()))
        .toList();
  }

  private CephBlockPool.Spec blockPool() {
    return CephBlockPool.Spec.of(HOST, props.deviceClass(), replicated());
  }

  // Ceph makes this one itself, on disks of any class: as soon as other pools name a class, it stops to fit their numbers of placement groups.
  private CephBlockPool.Spec managersPool() {
    return CephBlockPool.Spec.managers(HOST, props.deviceClass(), replicated());
  }

  private CephFilesystem.Spec filesystemSpec() {
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

  private StorageClass blockClass() {
    return new StorageClass(
        true, BLOCK, props.blockByDefault(), Optional.empty(), reclaimPolicy(), volumes.rbdMountOptions(), volumes.rbdParameters());
  }

  private StorageClass filesystemClass() {
    return new StorageClass(true, FILESYSTEM, false, Optional.of(FILES), reclaimPolicy(), List.of(), volumes.cephfsParameters());
  }

  private String reclaimPolicy() {
    return props.retainVolumes() ? "Retain" : "Delete";
  }

  record Values(
      String operatorNamespace,
      Enabled toolbox,
      Monitoring monitoring,
      CephCluster.Spec cephClusterSpec,
      List<BlockPool> cephBlockPools,
      List<Filesystem> cephFileSystems,
      SnapshotClass cephBlockPoolsVolumeSnapshotClass,
      SnapshotClass cephFileSystemVolumeSnapshotClass,
      // Empty, but written: the chart's default is one.
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> cephObjectStores) {}

  /** Of a pool: one, or that there is none. */
  sealed interface PoolClass permits StorageClass, Enabled {}

  record Enabled(boolean enabled) implements PoolClass {}

  record Monitoring(boolean enabled, boolean createPrometheusRules) {}

  record BlockPool(String name, CephBlockPool.Spec spec, PoolClass storageClass) {}

  record Filesystem(String name, CephFilesystem.Spec spec, StorageClass storageClass) {}

  record StorageClass(
      boolean enabled,
      String name,
      boolean isDefault,
      Optional<String> pool,
      String reclaimPolicy,
      List<String> mountOptions,
      Map<String, String> parameters)
      implements PoolClass {}

  record SnapshotClass(boolean enabled, String name, boolean isDefault) {}
}

package io.github.homelab4j.storage;

import static io.github.homelab4j.storage.RookCephCluster.BLOCK;
import static io.github.homelab4j.storage.RookCephCluster.FILES;
import static io.github.homelab4j.storage.RookCephCluster.FILESYSTEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.github.homelab4j.crd.ceph.CephBlockPool;
import io.github.homelab4j.crd.ceph.CephCluster;
import io.github.homelab4j.crd.ceph.CephFilesystem;
import io.github.homelab4j.crd.ceph.CephVolumes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of the chart of {@link RookCephCluster}. */
record RookCephClusterValues(
    String operatorNamespace,
    Toolbox toolbox,
    Monitoring monitoring,
    CephCluster.Spec cephClusterSpec,
    List<BlockPool> cephBlockPools,
    List<Filesystem> cephFileSystems,
    SnapshotClass cephBlockPoolsVolumeSnapshotClass,
    SnapshotClass cephFileSystemVolumeSnapshotClass,
    // Empty, but written: the chart's default is one.
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> cephObjectStores) {
  static RookCephClusterValues of(RookCephClusterProps props) {
    var namespace = CephNamespaces.of(props.operator());
    var volumes = new CephVolumes(namespace);
    var pools = new RookCephPools(props);
    return new RookCephClusterValues(
        namespace,
        Toolbox.when(props.toolbox()),
        new Monitoring(props.metrics(), props.metrics()),
        RookCephDaemons.of(props),
        List.of(
            new BlockPool(BLOCK, pools.blocks(), blockClass(props, volumes)),
            new BlockPool("builtin-mgr", pools.managers(), new NoClass(false))),
        List.of(new Filesystem(FILESYSTEM, pools.files(), filesystemClass(props, volumes))),
        new SnapshotClass(true, BLOCK, true),
        new SnapshotClass(true, FILESYSTEM, true),
        List.of());
  }

  private static StorageClass blockClass(RookCephClusterProps props, CephVolumes volumes) {
    return new StorageClass(
        true,
        BLOCK,
        props.blockByDefault(),
        Optional.empty(),
        reclaimPolicy(props),
        volumes.rbdMountOptions(),
        volumes.rbdParameters());
  }

  private static StorageClass filesystemClass(RookCephClusterProps props, CephVolumes volumes) {
    return new StorageClass(
        true,
        FILESYSTEM,
        false,
        Optional.of(FILES),
        reclaimPolicy(props),
        List.of(),
        volumes.cephfsParameters());
  }

  private static String reclaimPolicy(RookCephClusterProps props) {
    return props.retainVolumes() ? "Retain" : "Delete";
  }

  /** Of a pool: one, or that there is none. */
  sealed interface PoolClass permits StorageClass, NoClass {}

  record NoClass(boolean enabled) implements PoolClass {}

  /** What administrators work in; the chart's own context says who it runs as. */
  record Toolbox(
      boolean enabled,
      Optional<SecurityContext> containerSecurityContext,
      Optional<String> priorityClassName) {
    static Toolbox when(boolean enabled) {
      return enabled
          ? new Toolbox(true, Optional.of(RookCeph.CONFINED), Optional.of(RookCeph.CRITICAL))
          : new Toolbox(false, Optional.empty(), Optional.empty());
    }
  }

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

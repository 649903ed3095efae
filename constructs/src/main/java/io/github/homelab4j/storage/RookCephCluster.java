package io.github.homelab4j.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.crd.ceph.CephBlockPool;
import io.github.homelab4j.crd.ceph.CephCluster;
import io.github.homelab4j.crd.ceph.CephFilesystem;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.crd.ceph.DeviceClass;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.kube.Routes;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A Ceph cluster on the disks of the nodes: monitors, managers, one OSD a disk, a pool of block volumes and a file system with its
 * metadata servers.
 *
 * <p>Provides {@link #block()}, {@link #filesystem()}, snapshots of both, and {@link #export()} for clusters that use the same Ceph
 * from outside. Its daemons are on the nodes' own network, so that those clusters reach them (monitors at ports 3300 and 6789, OSDs at
 * 6800 and up).
 */
@ComponentInfo(
    name = "rook-ceph-cluster",
    domain = Domain.STORAGE,
    upstream = "https://rook.io/docs/rook/latest/Helm-Charts/ceph-cluster-chart/",
    namespace = "rook-ceph",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = {"monitoring.coreos.com", "snapshot.storage.k8s.io"},
    timeout = "30m")
public final class RookCephCluster extends HelmComponent {
  private static final String BLOCK = "rook-ceph-block";
  private static final String FILESYSTEM = "rook-ceph-filesystem";
  private static final String FILES = "data0";
  private static final String HOST = "host";
  private static final int DASHBOARD_PORT = 7000;
  private static final Map<String, String> METADATA_SERVERS = Map.of("app", "rook-ceph-mds", "rook_file_system", FILESYSTEM);
  private static final String MANAGER = "rook/rook@v1.20.6:pkg/operator/ceph/cluster/mgr/dashboard.go";
  private static final String CHART = "rook/rook@v1.20.6:deploy/charts/rook-ceph-cluster/templates/";

  private final RookCephClusterProps props;
  private final StorageClassRef block = StorageClassRef.providedBy(this, BLOCK);
  private final StorageClassRef filesystem = StorageClassRef.sharedBy(this, FILESYSTEM);
  private final VolumeSnapshotClassRef blockSnapshots = VolumeSnapshotClassRef.providedBy(this, BLOCK);
  private final VolumeSnapshotClassRef filesystemSnapshots = VolumeSnapshotClassRef.providedBy(this, FILESYSTEM);
  private final OperatorRef ceph = OperatorRef.providedBy(this);

  /** Stores its settings. */
  public RookCephCluster(Construct scope, String id, RookCephClusterProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Replicated block volumes, each mounted by one node at a time: databases, registries. */
  public StorageClassRef block() {
    return block;
  }

  /** Replicated directories that several nodes can mount at once. */
  public StorageClassRef filesystem() {
    return filesystem;
  }

  /** Snapshots of {@link #block()}. */
  public VolumeSnapshotClassRef blockSnapshots() {
    return blockSnapshots;
  }

  /** Snapshots of {@link #filesystem()}. */
  public VolumeSnapshotClassRef filesystemSnapshots() {
    return filesystemSnapshots;
  }

  /** The running cluster, for what adds pools or daemons to it. */
  public OperatorRef ceph() {
    return ceph;
  }

  /** What another cluster must know to use this storage. */
  public CephExport export() {
    return new CephExport(BLOCK, FILESYSTEM, FILESYSTEM + "-" + FILES);
  }

  @Override
  public List<HealthCheck> healthChecks() {
    var here = targetNamespace();
    return List.of(
        HealthCheck.release(this),
        HealthCheck.of(CephCluster.class, here, here),
        HealthCheck.of(CephBlockPool.class, BLOCK, here),
        HealthCheck.of(CephFilesystem.class, FILESYSTEM, here));
  }

  @Override
  public List<ChartFact> facts() {
    var here = targetNamespace();
    return List.of(
        new ChartFact("CephCluster", here, here, "named after its namespace", CHART + "cephcluster.yaml"),
        new ChartFact("StorageClass", BLOCK, "", "provisioner " + volumes().rbdDriver(), CHART + "cephblockpool.yaml"),
        new ChartFact("StorageClass", FILESYSTEM, "", "provisioner " + volumes().cephfsDriver(), CHART + "cephfilesystem.yaml"),
        new ChartFact("VolumeSnapshotClass", BLOCK, "", "of block volumes", CHART + "volumesnapshotclass.yaml"),
        new ChartFact("VolumeSnapshotClass", FILESYSTEM, "", "of shared file systems", CHART + "volumesnapshotclass.yaml"),
        new ChartFact("Service", "rook-ceph-mgr-dashboard", here, "port " + DASHBOARD_PORT, MANAGER),
        new ChartFact("Deployment", "rook-ceph-tools", here, "the ceph command", CHART + "deployment.yaml"));
  }

  @Override
  protected void define(Resources out) {
    props
        .dashboard()
        .ifPresent(
            route -> {
              var service = ServiceRef.providedBy(this, "rook-ceph-mgr-dashboard", DASHBOARD_PORT, Map.of("app", "rook-ceph-mgr"));
              out.add(Routes.http(id() + "-dashboard", targetNamespace(), route.hostname(), route.listener(), service));
            });
  }

  @Override
  protected Values values() {
    return new Values(
        operatorNamespace(),
        new Enabled(props.toolbox()),
        new Monitoring(props.metrics(), props.metrics()),
        daemons(),
        List.of(new BlockPool(BLOCK, blockPool(), blockClass())),
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

  private String operatorNamespace() {
    return CephNamespaces.of(props.operator());
  }

  private CephVolumes volumes() {
    return new CephVolumes(operatorNamespace());
  }

  private CephBlockPool.Spec blockPool() {
    return new CephBlockPool.Spec(HOST, props.deviceClass(), replicated(), Optional.empty());
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
    var volumes = volumes();
    return new StorageClass(
        true, BLOCK, props.blockByDefault(), Optional.empty(), reclaimPolicy(), volumes.rbdMountOptions(), volumes.rbdParameters());
  }

  private StorageClass filesystemClass() {
    return new StorageClass(true, FILESYSTEM, false, Optional.of(FILES), reclaimPolicy(), List.of(), volumes().cephfsParameters());
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

  record Enabled(boolean enabled) {}

  record Monitoring(boolean enabled, boolean createPrometheusRules) {}

  record BlockPool(String name, CephBlockPool.Spec spec, StorageClass storageClass) {}

  record Filesystem(String name, CephFilesystem.Spec spec, StorageClass storageClass) {}

  record StorageClass(
      boolean enabled,
      String name,
      boolean isDefault,
      Optional<String> pool,
      String reclaimPolicy,
      List<String> mountOptions,
      Map<String, String> parameters) {}

  record SnapshotClass(boolean enabled, String name, boolean isDefault) {}
}

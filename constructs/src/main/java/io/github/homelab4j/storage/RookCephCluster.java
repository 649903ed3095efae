package io.github.homelab4j.storage;

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
import io.github.homelab4j.kube.Routes;
import java.util.List;
import java.util.Map;
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
  static final String BLOCK = "rook-ceph-block";
  static final String FILESYSTEM = "rook-ceph-filesystem";
  static final String FILES = "data0";
  private static final int DASHBOARD_PORT = 7000;
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
    var volumes = new CephVolumes(here);
    return List.of(
        new ChartFact("CephCluster", here, here, "named after its namespace", CHART + "cephcluster.yaml"),
        new ChartFact("CephBlockPool", BLOCK, here, "behind the storage class of its name", CHART + "cephblockpool.yaml"),
        new ChartFact("CephFilesystem", FILESYSTEM, here, "behind the storage class of its name", CHART + "cephfilesystem.yaml"),
        new ChartFact("StorageClass", BLOCK, "", "provisioner " + volumes.rbdDriver(), CHART + "cephblockpool.yaml"),
        new ChartFact("StorageClass", FILESYSTEM, "", "provisioner " + volumes.cephfsDriver(), CHART + "cephfilesystem.yaml"),
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

  // Uninstalled, the release takes the CephCluster with it.
  @Override
  protected boolean keepsData() {
    return true;
  }

  @Override
  protected Object values() {
    return RookCephClusterValues.of(props);
  }
}

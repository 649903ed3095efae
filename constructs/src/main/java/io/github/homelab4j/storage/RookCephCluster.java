package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.Recovery;
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
import java.util.Optional;
import software.constructs.Construct;

/**
 * A Ceph cluster on the disks of the nodes: monitors, managers, one OSD a disk, a pool of block
 * volumes and a file system with its metadata servers.
 *
 * <p>Provides {@link #block()}, {@link #filesystem()}, snapshots of both, and {@link #export()} for
 * clusters that use the same Ceph from outside. Its daemons are on the nodes' own network, so that
 * those clusters reach them (monitors at ports 3300 and 6789, OSDs at 6800 and up).
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
  static final String DASHBOARD = "rook-ceph-mgr-dashboard";
  static final int DASHBOARD_PORT = 7000;

  private final RookCephClusterProps props;

  /** Stores its settings. */
  public RookCephCluster(Construct scope, String id, RookCephClusterProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Replicated block volumes, each mounted by one node at a time: databases, registries. */
  public StorageClassRef block() {
    return StorageClassRef.providedBy(this, BLOCK);
  }

  /** Replicated directories that several nodes can mount at once. */
  public StorageClassRef filesystem() {
    return StorageClassRef.sharedBy(this, FILESYSTEM);
  }

  /** Snapshots of {@link #block()}. */
  public VolumeSnapshotClassRef blockSnapshots() {
    return VolumeSnapshotClassRef.providedBy(
        this, BLOCK, new CephVolumes(targetNamespace()).rbdDriver());
  }

  /** Snapshots of {@link #filesystem()}. */
  public VolumeSnapshotClassRef filesystemSnapshots() {
    return VolumeSnapshotClassRef.providedBy(
        this, FILESYSTEM, new CephVolumes(targetNamespace()).cephfsDriver());
  }

  /** The running cluster, for what adds pools or daemons to it. */
  public OperatorRef ceph() {
    return OperatorRef.providedBy(this);
  }

  /** What another cluster must know to use this storage. */
  public CephRef export() {
    return new CephRef(BLOCK, FILESYSTEM, FILESYSTEM + "-" + FILES, Provider.of(this));
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
  public Optional<Recovery> recovery() {
    var classes = "volumes of the classes %s and %s".formatted(BLOCK, FILESYSTEM);
    return Optional.of(Recovery.none(classes));
  }

  @Override
  public List<ChartFact> facts() {
    return RookCephClusterFacts.of(targetNamespace());
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return RookCephClusterExemptions.ALL;
  }

  @Override
  public List<ChartWorkload> workloads() {
    return RookCephClusterWorkloads.of(targetNamespace(), props);
  }

  @Override
  protected RookCephClusterValues values() {
    return RookCephClusterValues.of(props);
  }

  @Override
  protected void define(Resources out) {
    props.dashboard().ifPresent(route -> out.add(dashboard(route)));
  }

  // Uninstalled, the release takes the CephCluster with it.
  @Override
  protected boolean keepsData() {
    return true;
  }

  private HasMetadata dashboard(RookCephClusterProps.Dashboard route) {
    var manager = Map.of("app", "rook-ceph-mgr");
    var service = ServiceRef.providedBy(this, DASHBOARD, DASHBOARD_PORT, manager);
    var name = id() + "-dashboard";
    return Routes.http(name, targetNamespace(), route.hostname(), route.entry(), service);
  }
}

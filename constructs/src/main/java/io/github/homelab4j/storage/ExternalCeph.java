package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.crd.ceph.CephVolumes;
import java.util.List;
import software.constructs.Construct;

/**
 * The Ceph of another cluster, used from this one: Rook connects to its monitors, and the storage
 * classes have the names that they have there.
 *
 * <p>Provides {@link #block()}, {@link #filesystem()} and snapshots of both. Needs {@link RookCeph}
 * and {@link CephCsiDrivers} in this cluster, and one item in the secret store with what Rook's
 * exporter printed in the other cluster, each variable a property; {@link #manualSteps()} has the
 * command.
 */
@ComponentInfo(
    name = "rook-ceph-external",
    domain = Domain.STORAGE,
    upstream = "https://rook.io/docs/rook/latest/CRDs/Cluster/external-cluster/external-cluster/",
    namespace = "rook-ceph",
    uses = "csi.ceph.io",
    timeout = "15m")
public final class ExternalCeph extends Component {
  private static final String BLOCK = "rook-ceph-block";
  private static final String FILESYSTEM = "rook-ceph-filesystem";

  private final ExternalCephProps props;

  /** Stores its settings. */
  public ExternalCeph(Construct scope, String id, ExternalCephProps props) {
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

  @Override
  public List<String> manualSteps() {
    var name = cluster().map(Cluster::id).orElse(id());
    var exporter = ExternalCephConnection.exporter(name, props.ceph());
    return List.of(
        "By hand, once Ceph runs, in the other cluster and with Rook's script of %s: `%s`."
            .formatted(versions().chart("rook-ceph").version(), exporter),
        "Store what it prints as item %s, each variable a property."
            .formatted(props.credentials().item()));
  }

  @Override
  protected void define(Resources out) {
    var here = targetNamespace();
    out.add(
        ExternalCephConnection.cluster(id(), here),
        ExternalCephConnection.monitors(here, props.monitors()));
    out.addAll(classes(new CephVolumes(here), props.ceph()));
    ExternalCephSecrets.of(here, props.credentials()).forEach(this::secret);
  }

  private List<HasMetadata> classes(CephVolumes volumes, CephRef ceph) {
    var retain = props.retainVolumes();
    return List.of(
        volumes.rbdClass(BLOCK, ceph.blockPool(), props.blockByDefault(), retain),
        volumes.cephfsClass(FILESYSTEM, ceph.filesystem(), ceph.filesystemPool(), retain),
        volumes.rbdSnapshots(BLOCK),
        volumes.cephfsSnapshots(FILESYSTEM));
  }
}

package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.crd.ceph.CephCluster;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.kube.Meta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.constructs.Construct;

/**
 * The Ceph of another cluster, used from this one: Rook connects to its monitors, and the storage classes have the names that they have
 * there.
 *
 * <p>Provides {@link #block()}, {@link #filesystem()} and snapshots of both. Needs {@link RookCeph} and {@link CephCsiDrivers} in this
 * cluster, and one item in the secret store with what Rook's exporter printed in the other cluster, each variable a property; {@link
 * #notes()} has the command.
 *
 * @see <a href="https://rook.io/docs/rook/latest/CRDs/Cluster/external-cluster/external-cluster/">External clusters</a>
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
  private static final String TYPE = "kubernetes.io/rook";
  // Rook asks for both protocols at a monitor that is given with the old port, and for the new one only at 3300.
  private static final int MONITOR_PORT = 6789;

  private final ExternalCephProps props;
  private final StorageClassRef block = StorageClassRef.providedBy(this, BLOCK);
  private final StorageClassRef filesystem = StorageClassRef.sharedBy(this, FILESYSTEM);
  private final VolumeSnapshotClassRef blockSnapshots = VolumeSnapshotClassRef.providedBy(this, BLOCK);
  private final VolumeSnapshotClassRef filesystemSnapshots = VolumeSnapshotClassRef.providedBy(this, FILESYSTEM);

  /** Stores its settings. */
  public ExternalCeph(Construct scope, String id, ExternalCephProps props) {
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

  @Override
  public List<String> notes() {
    return List.of(
        "By hand, once Ceph runs, in the other cluster and with Rook's script of %s: `%s`."
            .formatted(versions().chart("rook-ceph").version(), exporter()),
        "Store what it prints as item %s, each variable a property.".formatted(props.credentials().item()));
  }

  @Override
  protected void define(Resources out) {
    var here = targetNamespace();
    var ceph = props.ceph();
    var volumes = new CephVolumes(here);
    out.add(new CephCluster(Meta.of(id(), here), connection()));
    out.add(monitors());
    out.add(volumes.rbdClass(BLOCK, ceph.blockPool(), props.blockByDefault(), props.retainVolumes()));
    out.add(volumes.cephfsClass(FILESYSTEM, ceph.filesystem(), ceph.filesystemPool(), props.retainVolumes()));
    out.add(volumes.rbdSnapshots(BLOCK), volumes.cephfsSnapshots(FILESYSTEM));
    secret(identity());
    login(CephVolumes.RBD_PROVISIONER, "CSI_RBD_PROVISIONER_SECRET");
    login(CephVolumes.RBD_NODE, "CSI_RBD_NODE_SECRET");
    login(CephVolumes.CEPHFS_PROVISIONER, "CSI_CEPHFS_PROVISIONER_SECRET");
    login(CephVolumes.CEPHFS_NODE, "CSI_CEPHFS_NODE_SECRET");
  }

  // Restricted: otherwise it hands out the logins of the other cluster's own drivers. Clients older than Linux 7.0 know no keys but aes.
  private String exporter() {
    var options =
        List.of(
            "--format bash",
            "--skip-monitoring-endpoint",
            "--cephx-key-type aes",
            "--restricted-auth-permission true",
            "--k8s-cluster-name " + cluster().map(Cluster::id).orElse(id()),
            "--rbd-data-pool-name " + props.ceph().blockPool(),
            "--cephfs-filesystem-name " + props.ceph().filesystem());
    return "kubectl -n rook-ceph exec -i deploy/rook-ceph-tools -- python3 - %s < create-external-cluster-resources.py"
        .formatted(String.join(" ", options));
  }

  // Without an image: Rook then runs nothing of Ceph here and leaves its version alone.
  private static CephCluster.Spec connection() {
    return CephCluster.Spec.builder()
        .external(new CephCluster.External(true))
        .crashCollector(new CephCluster.CrashCollector(true))
        .healthCheck(new CephCluster.HealthChecks(new CephCluster.DaemonHealth(new CephCluster.Check(false, Duration.ofSeconds(45)))))
        .build();
  }

  // Rook writes into it whenever monitors come and go: Flux only creates it.
  private ConfigMap monitors() {
    var endpoints =
        IntStream.range(0, props.monitors().size())
            .mapToObj(i -> "%c=%s:%s".formatted('a' + i, props.monitors().get(i), MONITOR_PORT))
            .collect(Collectors.joining(","));
    var once = Map.of("kustomize.toolkit.fluxcd.io/ssa", "IfNotPresent");
    return new ConfigMapBuilder()
        .withMetadata(Meta.annotated("rook-ceph-mon-endpoints", targetNamespace(), once))
        .addToData("data", endpoints)
        .addToData("mapping", "{}")
        .addToData("maxMonId", Integer.toString(props.monitors().size() - 1))
        .build();
  }

  // The two literal keys tell Rook that it holds no rights of an administrator.
  private SecretTemplate identity() {
    return SecretTemplate.named("rook-ceph-mon")
        .type(TYPE)
        .entry("cluster-name", targetNamespace())
        .entry("admin-secret", "admin-secret")
        .entry("mon-secret", "mon-secret")
        .key("fsid", props.credentials().key("ROOK_EXTERNAL_FSID"))
        .key("ceph-username", props.credentials().key("ROOK_EXTERNAL_USERNAME"))
        .key("ceph-secret", props.credentials().key("ROOK_EXTERNAL_USER_SECRET"));
  }

  private void login(String name, String variable) {
    secret(
        SecretTemplate.named(name)
            .type(TYPE)
            .key("userID", props.credentials().key(variable + "_NAME"))
            .key("userKey", props.credentials().key(variable)));
  }
}

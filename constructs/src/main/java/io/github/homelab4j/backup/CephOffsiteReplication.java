package io.github.homelab4j.backup;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.crd.ceph.CephBlockPool;
import io.github.homelab4j.crd.ceph.CephRBDMirror;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Copies of block volumes in a Ceph cluster elsewhere, by RBD mirroring: a pool of its own whose
 * images are copied at an interval, and the daemon that fetches what the other side mirrors.
 *
 * <p>Provides {@link #replicated()}. Needs a running Ceph cluster here, one there with a pool of
 * the same name, and the token of that pool in the secret store. Volumes of other pools are not
 * copied.
 */
@ComponentInfo(
    name = "ceph-offsite-replication",
    domain = Domain.BACKUP,
    upstream =
        "https://rook.io/docs/rook/latest/Storage-Configuration/Block-Storage-RBD/rbd-mirroring/",
    namespace = "rook-ceph",
    uses = "csi.ceph.io",
    timeout = "15m")
public final class CephOffsiteReplication extends Component {
  private static final String POOL = "rook-ceph-block-mirrored";
  private static final String TOKEN = "pool-peer-token-" + POOL;
  private static final String SOURCE =
      "rook/rook@v1.20.6:pkg/operator/ceph/controller/mirror_peer.go";
  private static final String PEER = "rook-ceph-mirror-peer";

  private final CephOffsiteReplicationProps props;

  /** Stores its settings. */
  public CephOffsiteReplication(Construct scope, String id, CephOffsiteReplicationProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * Block volumes that can be copied to the other side. They stay when their claim is deleted, or
   * the copy would go with them.
   */
  public StorageClassRef replicated() {
    return StorageClassRef.providedBy(this, POOL);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(creates("Secret", TOKEN, SOURCE).keys("token").detail("for the other side"));
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Each volume is chosen for mirroring by hand, in the toolbox: `rbd mirror image enable %s/<image> snapshot`."
            .formatted(POOL),
        "The other side needs the token of Secret %s/%s, and this one the other's."
            .formatted(targetNamespace(), TOKEN));
  }

  @Override
  protected void define(Resources out) {
    var here = targetNamespace();
    var peer =
        secret(SecretTemplate.named(PEER).key("token", props.peerToken()).entry("pool", POOL));
    var resources = Compute.of(Quantity.millis(250), Quantity.mi(512), Quantity.gi(1));
    out.add(
        new CephBlockPool(Meta.of(POOL, here), pool(peer)),
        new CephVolumes(here).rbdClass(POOL, POOL, false, true),
        new CephRBDMirror(Meta.of(id(), here), new CephRBDMirror.Spec(1, resources)));
  }

  private CephBlockPool.Spec pool(SecretRef peer) {
    var schedule = List.of(new CephBlockPool.SnapshotSchedule(props.interval()));
    var peers = new CephBlockPool.Peers(List.of(peer.name()));
    return new CephBlockPool.Spec(
        Optional.empty(),
        "host",
        props.deviceClass(),
        new CephBlockPool.Replicated(props.replicas()),
        Optional.of(new CephBlockPool.Mirroring(true, "image", schedule, peers)));
  }
}

package io.github.homelab4j.crd.ceph;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;

/**
 * The daemons that fetch mirrored images from another cluster.
 *
 * @see <a
 *     href="https://rook.io/docs/rook/latest/CRDs/Block-Storage/ceph-rbd-mirror-crd/">CephRBDMirror</a>
 */
@Group("ceph.rook.io")
@Version("v1")
@Kind("CephRBDMirror")
@Health(
    current = "has(status.phase) && status.phase == 'Ready'",
    failed = "has(status.phase) && status.phase == 'Failed'")
public final class CephRBDMirror extends CustomResource<CephRBDMirror.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CephRBDMirror(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** How many there are and what they ask for. */
  public record Spec(int count, Compute resources) {}
}

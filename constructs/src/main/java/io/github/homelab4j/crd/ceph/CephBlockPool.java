package io.github.homelab4j.crd.ceph;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pool of RBD images.
 *
 * @see <a
 *     href="https://rook.io/docs/rook/latest/CRDs/Block-Storage/ceph-block-pool-crd/">CephBlockPool</a>
 */
@Group("ceph.rook.io")
@Version("v1")
@Kind("CephBlockPool")
@KeepsData
@Health(
    current = "has(status.phase) && status.phase == 'Ready'",
    failed = "has(status.phase) && status.phase == 'Failure'")
public final class CephBlockPool extends CustomResource<CephBlockPool.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CephBlockPool(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * Where copies lie, on which class of disks, how many there are, and whether they are mirrored to
   * another cluster.
   *
   * @param name in Ceph, where it is not the object's: {@code .mgr}, the pool that Ceph makes for
   *     its managers
   * @param failureDomain what no two copies share, as {@code host}
   */
  public record Spec(
      Optional<String> name,
      String failureDomain,
      DeviceClass deviceClass,
      Replicated replicated,
      Optional<Mirroring> mirroring) {
    /** A pool of its own name that is mirrored nowhere. */
    public static Spec of(String failureDomain, DeviceClass deviceClass, Replicated replicated) {
      return new Spec(Optional.empty(), failureDomain, deviceClass, replicated, Optional.empty());
    }

    /** The managers' pool. */
    public static Spec managers(
        String failureDomain, DeviceClass deviceClass, Replicated replicated) {
      return new Spec(
          Optional.of(".mgr"), failureDomain, deviceClass, replicated, Optional.empty());
    }
  }

  /** How many copies there are. */
  public record Replicated(int size) {}

  /**
   * Copies in a pool of the same name of another cluster: {@code image} for those that are chosen
   * one by one.
   */
  public record Mirroring(
      boolean enabled, String mode, List<SnapshotSchedule> snapshotSchedules, Peers peers) {}

  /** How often a mirrored image is copied. */
  public record SnapshotSchedule(Duration interval) {}

  /** Secrets with the token of the other cluster, in the pool's namespace. */
  public record Peers(List<String> secretNames) {}
}

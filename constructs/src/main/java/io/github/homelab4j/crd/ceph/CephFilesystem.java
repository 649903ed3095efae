package io.github.homelab4j.crd.ceph;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import java.util.List;

/**
 * A file system of Ceph with its metadata servers.
 *
 * @see <a
 *     href="https://rook.io/docs/rook/latest/CRDs/Shared-Filesystem/ceph-filesystem-crd/">CephFilesystem</a>
 */
@Group("ceph.rook.io")
@Version("v1")
@Kind("CephFilesystem")
@KeepsData
@Health(
    current = "has(status.phase) && status.phase == 'Ready'",
    failed = "has(status.phase) && status.phase == 'Failure'")
public final class CephFilesystem extends CustomResource<CephFilesystem.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CephFilesystem(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** Its pools and metadata servers. */
  public record Spec(Pool metadataPool, List<DataPool> dataPools, MetadataServer metadataServer) {}

  /** Where copies lie and how many there are. */
  public record Pool(
      String failureDomain, DeviceClass deviceClass, CephBlockPool.Replicated replicated) {}

  /** A pool of file contents; in Ceph its name is the file system's, a hyphen and this one. */
  public record DataPool(
      String name,
      String failureDomain,
      DeviceClass deviceClass,
      CephBlockPool.Replicated replicated) {}

  /** The servers of directories: active ones, and as many that follow them and take over. */
  public record MetadataServer(
      int activeCount,
      boolean activeStandby,
      Compute resources,
      String priorityClassName,
      Placement placement) {}

  /** Where they run. */
  public record Placement(PodAntiAffinity podAntiAffinity) {
    /** The part of an affinity that keeps pods apart. */
    public static Placement of(Affinity affinity) {
      return new Placement(affinity.getPodAntiAffinity());
    }
  }
}

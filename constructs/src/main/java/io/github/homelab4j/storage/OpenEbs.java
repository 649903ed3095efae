package io.github.homelab4j.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * OpenEBS: volumes on the node's own disk, as fast as the disk and lost with the node. For what
 * replicates its data itself, and for caches.
 *
 * <p>Provides {@link #hostpath()} (directories, without a size limit) and {@link #lvm()} (logical
 * volumes of the size that was asked for). Where the node plugin of the LVM driver starts, it first
 * makes the volume group on the disks that the plan gives the node: also on a node that joins or is
 * installed anew, and never on a disk that is not empty. A group that is there is left as it is.
 */
@ComponentInfo(
    name = "openebs",
    domain = Domain.STORAGE,
    upstream = "https://openebs.io/docs/",
    namespace = "openebs",
    podSecurity = PodSecurity.PRIVILEGED,
    installs = "local.openebs.io",
    // The sidecars of the LVM driver look for the kinds of snapshots and stop when there are none.
    uses = "snapshot.storage.k8s.io",
    timeout = "10m")
public final class OpenEbs extends HelmComponent {
  private static final String SOURCE =
      "openebs/dynamic-localpv-provisioner@v4.0.0:deploy/helm/charts/values.yaml";
  private static final String NODE_PLUGIN =
      "openebs/lvm-localpv@166128be4c52:deploy/helm/charts/templates/lvm-node.yaml";
  private static final String HOSTPATH = "openebs-hostpath";
  private static final String LVM = "openebs-lvm";

  private final OpenEbsProps props;
  private final StorageClassRef hostpath = StorageClassRef.providedBy(this, HOSTPATH);
  private final StorageClassRef lvm = StorageClassRef.providedBy(this, LVM);

  /** Stores its settings. */
  public OpenEbs(Construct scope, String id, OpenEbsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Directories of the node. */
  public StorageClassRef hostpath() {
    return hostpath;
  }

  /**
   * Logical volumes of the node.
   *
   * @throws InvalidPropsException when no node has a disk for them
   */
  public StorageClassRef lvm() {
    if (!hasLvm()) {
      throw new InvalidPropsException(
          "no node has a disk for LVM: plan one with DiskPlan.Use.LVM and pass the nodes");
    }
    return lvm;
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Volumes lie on the disk of one node and are lost with it.",
        "Directories need %s on each node, visible to the kubelet: on Talos, a user volume."
            .formatted(props.directory()));
  }

  @Override
  public List<ChartFact> facts() {
    var directories =
        new ChartFact(
            "StorageClass", HOSTPATH, "", "directories below " + props.directory(), SOURCE);
    if (!hasLvm()) {
      return List.of(directories);
    }
    var plugin = releaseName() + "-lvm-localpv-node";
    return List.of(
        directories,
        new ChartFact(
            "DaemonSet", plugin, targetNamespace(), "its volume device-dir is /dev", NODE_PLUGIN));
  }

  @Override
  protected void define(Resources out) {
    if (hasLvm()) {
      out.add(lvmClass());
    }
  }

  @Override
  protected Values values() {
    var off = new Enabled(false);
    return new Values(
        new Engines(new Local(new Enabled(hasLvm()), off, off), new Replicated(off)),
        new Hostpath(new HostpathClass(true, HOSTPATH, props.directory(), false), off),
        new LvmDriver(off),
        new Definitions(new Csi(new VolumeSnapshots(false, false))),
        off,
        off);
  }

  @Override
  protected List<HelmRelease.Patch> patches() {
    if (!hasLvm()) {
      return List.of();
    }
    var group =
        new VolumeGroup(
            props.volumeGroup(), props.volumeGroupDisks(), versions().image("lvm-driver"));
    return List.of(withoutSnapshotController(), group.patch());
  }

  // There is one snapshot controller in a cluster, and the chart has no switch for the one that it
  // puts beside the LVM driver.
  private static HelmRelease.Patch withoutSnapshotController() {
    return new HelmRelease.Patch(
        new HelmRelease.Target("Deployment", ".*lvm-localpv-controller"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: lvm-localpv-controller
        spec:
          template:
            spec:
              containers:
                - name: snapshot-controller
                  $patch: delete
        """);
  }

  private boolean hasLvm() {
    return !props.volumeGroupDisks().isEmpty();
  }

  private StorageClass lvmClass() {
    return new StorageClassBuilder()
        .withMetadata(Meta.clusterScoped(LVM))
        .withProvisioner("local.csi.openebs.io")
        .withParameters(
            Map.of(
                "storage",
                "lvm",
                "volgroup",
                props.volumeGroup(),
                "fsType",
                props.filesystem().label()))
        .withReclaimPolicy("Delete")
        .withAllowVolumeExpansion(true)
        .withVolumeBindingMode("WaitForFirstConsumer")
        .build();
  }

  record Values(
      Engines engines,
      @JsonProperty("localpv-provisioner") Hostpath localpvProvisioner,
      @JsonProperty("lvm-localpv") LvmDriver lvmLocalpv,
      @JsonProperty("openebs-crds") Definitions openebsCrds,
      Enabled loki,
      Enabled alloy) {}

  record Engines(Local local, Replicated replicated) {}

  record Local(Enabled lvm, Enabled zfs, Enabled rawfile) {}

  record Replicated(Enabled mayastor) {}

  record Hostpath(HostpathClass hostpathClass, Enabled analytics) {}

  record HostpathClass(boolean enabled, String name, String basePath, boolean isDefaultClass) {}

  record LvmDriver(Enabled analytics) {}

  record Definitions(Csi csi) {}

  record Csi(VolumeSnapshots volumeSnapshots) {}

  record VolumeSnapshots(boolean enabled, boolean keep) {}

  record Enabled(boolean enabled) {}
}

package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import java.util.Optional;
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
  private static final String CLASSES =
      "openebs/dynamic-localpv-provisioner@v4.0.0:deploy/helm/charts/values.yaml";
  private static final String NODE_PLUGIN =
      "openebs/lvm-localpv@166128be4c52:deploy/helm/charts/templates/lvm-node.yaml";
  static final String HOSTPATH = "openebs-hostpath";
  private static final String LVM = "openebs-lvm";

  private final OpenEbsProps props;

  /** Stores its settings. */
  public OpenEbs(Construct scope, String id, OpenEbsProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Directories of the node. */
  public StorageClassRef hostpath() {
    return StorageClassRef.providedBy(this, HOSTPATH).outlivingItsProvider();
  }

  /**
   * Logical volumes of the node.
   *
   * @throws InvalidPropsException when no node has a disk for them
   */
  public StorageClassRef lvm() {
    if (!props.hasLvm()) {
      throw new InvalidPropsException(
          "no node has a disk for LVM: plan one with DiskPlan.Use.LVM and pass the nodes");
    }
    return StorageClassRef.providedBy(this, LVM).outlivingItsProvider();
  }

  @Override
  public List<String> notes() {
    return List.of(
        "Volumes lie on the disk of one node and are lost with it.",
        "Directories need %s on each node, visible to the kubelet: on Talos, a user volume."
            .formatted(props.directory()));
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(Recovery.none("volumes on the disks of the machines"));
  }

  @Override
  public List<ChartFact> facts() {
    var classes =
        ChartFact.of("StorageClass", HOSTPATH, "", CLASSES)
            .detail("directories below " + props.directory());
    if (!props.hasLvm()) {
      return List.of(classes);
    }
    var plugin = creates("DaemonSet", releaseName() + "-lvm-localpv-node", NODE_PLUGIN);
    return List.of(classes, plugin.detail("its volume device-dir is /dev"));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return props.hasLvm()
        ? List.of(
            Exemption.of(PodRule.SEC_001, "it makes and mounts logical volumes of the machine"),
            Exemption.of(
                PodRule.SEC_005,
                "disks, the folders of pods and the sockets of the kubelet are on the machine"),
            Exemption.of(
                PodRule.SEC_010, "the chart has no setting for the capabilities of its driver"),
            Exemption.of(PodRule.SEC_011, "a privileged container has all rights from the start"),
            Exemption.of(
                PodRule.SEC_022, "the chart has no setting for the root file system of its driver"))
        : List.of();
  }

  @Override
  public List<ChartWorkload> workloads() {
    return OpenEbsWorkloads.of(releaseName(), targetNamespace(), props);
  }

  @Override
  protected OpenEbsValues values() {
    return OpenEbsValues.of(props);
  }

  @Override
  protected List<HelmRelease.Patch> patches() {
    if (!props.hasLvm()) {
      return List.of();
    }
    return OpenEbsLvm.patches(props, versions().image("lvm-driver"));
  }

  @Override
  protected void define(Resources out) {
    if (props.hasLvm()) {
      out.add(OpenEbsLvm.storageClass(LVM, props));
    }
  }
}

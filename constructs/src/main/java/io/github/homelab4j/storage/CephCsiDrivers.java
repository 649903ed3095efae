package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.kube.Budgets;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The CSI drivers for volumes of Ceph. Rook no longer deploys them itself: they come after its
 * operator and before the cluster.
 *
 * <p>Provides {@link #drivers()}. Needs {@link RookCeph}, whose namespace it must share.
 */
@ComponentInfo(
    name = "ceph-csi-drivers",
    domain = Domain.STORAGE,
    upstream = "https://rook.io/docs/rook/latest/Helm-Charts/csi-drivers-chart/",
    namespace = "rook-ceph",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "csi.ceph.io",
    timeout = "10m")
public final class CephCsiDrivers extends HelmComponent {
  static final String IMAGES = "rook-csi-operator-image-set-configmap";
  private static final String SOURCE =
      "ceph/ceph-csi-operator@v1.0.4:deploy/charts/ceph-csi-drivers/templates/driver.yaml";

  private final CephCsiDriversProps props;

  /** Stores its settings. */
  public CephCsiDrivers(Construct scope, String id, CephCsiDriversProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The drivers, for clusters and what connects to one. */
  public CephDrivers drivers() {
    var volumes = new CephVolumes(targetNamespace());
    return new CephDrivers(
        volumes.rbdDriver(), volumes.cephfsDriver(), OperatorRef.providedBy(this));
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Driver", drivers().rbd(), SOURCE).detail("provisioner of block volumes"),
        creates("Driver", drivers().cephfs(), SOURCE).detail("provisioner of shared file systems"));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return CephCsiExemptions.ALL;
  }

  // The operator of the drivers makes none.
  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      for (var driver : List.of(drivers().rbd(), drivers().cephfs())) {
        var name = driver + "-ctrlplugin";
        out.add(Budgets.oneAtATime(name, targetNamespace(), Map.of("app", name)));
      }
    }
  }

  @Override
  public List<ChartWorkload> workloads() {
    return CephCsiWorkloads.of(targetNamespace(), drivers());
  }

  @Override
  protected CephCsiDriversValues values() {
    return CephCsiDriversValues.of(targetNamespace(), drivers(), props.replicas());
  }
}

package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.kube.Enabled;
import java.util.List;
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
    var source = new ChartFacts(targetNamespace(), SOURCE);
    return List.of(
        source.of("Driver", drivers().rbd(), "provisioner of block volumes"),
        source.of("Driver", drivers().cephfs(), "provisioner of shared file systems"));
  }

  @Override
  protected Values values() {
    var defaults =
        new Defaults(
            new Named(IMAGES),
            new Priority("system-node-critical"),
            new Priority("system-cluster-critical"));
    return new Values(
        new OperatorConfig(targetNamespace(), defaults),
        new Drivers(driver(drivers().rbd()), driver(drivers().cephfs()), Enabled.OFF, Enabled.OFF));
  }

  // The chart writes its own defaults into each driver, where they win over the common ones: one
  // controller, no snapshots of block volumes.
  private Driver driver(String name) {
    return new Driver(true, name, "volumeSnapshot", new Controller(props.replicas()));
  }

  record Values(OperatorConfig operatorConfig, Drivers drivers) {}

  record OperatorConfig(String namespace, Defaults driverSpecDefaults) {}

  record Defaults(Named imageSet, Priority nodePlugin, Priority controllerPlugin) {}

  record Named(String name) {}

  record Priority(String priorityClassName) {}

  record Drivers(Driver rbd, Driver cephfs, Enabled nfs, Enabled nvmeof) {}

  record Driver(boolean enabled, String name, String snapshotPolicy, Controller controllerPlugin) {}

  record Controller(int replicas) {}
}

package io.github.homelab4j.storage;

import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;

/** The values of the chart of Ceph's CSI drivers. */
record CephCsiDriversValues(OperatorConfig operatorConfig, Drivers drivers) {
  static CephCsiDriversValues of(String namespace, CephDrivers drivers, int replicas) {
    var defaults =
        new Defaults(
            new Named(CephCsiDrivers.IMAGES),
            new Priority("system-node-critical"),
            new Priority("system-cluster-critical"));
    var rbd = driver(drivers.rbd(), replicas);
    var cephfs = driver(drivers.cephfs(), replicas);
    return new CephCsiDriversValues(
        new OperatorConfig(namespace, defaults),
        new Drivers(rbd, cephfs, Enabled.OFF, Enabled.OFF));
  }

  // The chart writes its own defaults into each driver, where they win over the common ones: one
  // controller, no snapshots of block volumes.
  private static Driver driver(String name, int replicas) {
    return new Driver(
        true,
        name,
        "volumeSnapshot",
        new Controller(replicas, Sizes.ofController()),
        new Node(Sizes.ofNode()));
  }

  record OperatorConfig(String namespace, Defaults driverSpecDefaults) {}

  record Defaults(Named imageSet, Priority nodePlugin, Priority controllerPlugin) {}

  record Named(String name) {}

  record Priority(String priorityClassName) {}

  record Drivers(Driver rbd, Driver cephfs, Enabled nfs, Enabled nvmeof) {}

  record Driver(
      boolean enabled,
      String name,
      String snapshotPolicy,
      Controller controllerPlugin,
      Node nodePlugin) {}

  record Node(Sizes resources) {}

  record Controller(int replicas, Sizes resources) {}

  /** What each container asks for; those that the plugin has. */
  record Sizes(
      Compute plugin,
      Optional<Compute> registrar,
      Optional<Compute> provisioner,
      Optional<Compute> resizer,
      Optional<Compute> attacher,
      Optional<Compute> snapshotter) {
    private static final Compute PLUGIN =
        Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.gi(1));
    private static final Optional<Compute> SIDECAR =
        Optional.of(Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.mi(256)));

    static Sizes ofController() {
      return new Sizes(PLUGIN, Optional.empty(), SIDECAR, SIDECAR, SIDECAR, SIDECAR);
    }

    static Sizes ofNode() {
      return new Sizes(
          PLUGIN, SIDECAR, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }
}

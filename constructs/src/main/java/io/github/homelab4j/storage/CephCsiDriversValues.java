package io.github.homelab4j.storage;

import io.github.homelab4j.kube.Enabled;

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
    return new Driver(true, name, "volumeSnapshot", new Controller(replicas));
  }

  record OperatorConfig(String namespace, Defaults driverSpecDefaults) {}

  record Defaults(Named imageSet, Priority nodePlugin, Priority controllerPlugin) {}

  record Named(String name) {}

  record Priority(String priorityClassName) {}

  record Drivers(Driver rbd, Driver cephfs, Enabled nfs, Enabled nvmeof) {}

  record Driver(boolean enabled, String name, String snapshotPolicy, Controller controllerPlugin) {}

  record Controller(int replicas) {}
}

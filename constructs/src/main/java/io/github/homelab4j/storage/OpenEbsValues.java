package io.github.homelab4j.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;

/**
 * The values of OpenEBS' chart: all engines but the two are off, and so is what reports or
 * collects.
 */
record OpenEbsValues(
    Engines engines,
    @JsonProperty("localpv-provisioner") Hostpath localpvProvisioner,
    @JsonProperty("lvm-localpv") LvmDriver lvmLocalpv,
    @JsonProperty("openebs-crds") Definitions openebsCrds,
    Enabled loki,
    Enabled alloy) {
  private static final Compute SMALL =
      Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.mi(256));
  // Its driver runs mkfs, and fsck before each mount, which take memory by the size of the volume:
  // who is killed there cannot mount it at all.
  private static final Compute DRIVER =
      Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.gi(1));

  static OpenEbsValues of(OpenEbsProps props) {
    var lvm = Enabled.when(props.hasLvm());
    var directories = new HostpathClass(true, OpenEbs.HOSTPATH, props.directory(), false);
    return new OpenEbsValues(
        new Engines(new Local(lvm, Enabled.OFF, Enabled.OFF), new Replicated(Enabled.OFF)),
        new Hostpath(directories, Enabled.OFF, new Provisioner(SMALL)),
        new LvmDriver(Enabled.OFF, new Pods(SMALL), new Pods(DRIVER)),
        new Definitions(new Csi(new VolumeSnapshots(false, false))),
        Enabled.OFF,
        Enabled.OFF);
  }

  record Engines(Local local, Replicated replicated) {}

  record Local(Enabled lvm, Enabled zfs, Enabled rawfile) {}

  record Replicated(Enabled mayastor) {}

  record Hostpath(HostpathClass hostpathClass, Enabled analytics, Provisioner localpv) {}

  record Provisioner(Compute resources) {}

  record HostpathClass(boolean enabled, String name, String basePath, boolean isDefaultClass) {}

  record LvmDriver(Enabled analytics, Pods lvmController, Pods lvmNode) {}

  /** Each of their containers. */
  record Pods(Compute resources) {}

  record Definitions(Csi csi) {}

  record Csi(VolumeSnapshots volumeSnapshots) {}

  record VolumeSnapshots(boolean enabled, boolean keep) {}
}

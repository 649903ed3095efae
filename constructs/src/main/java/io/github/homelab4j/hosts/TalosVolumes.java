package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * Partitions that Talos makes of a machine's disks.
 *
 * @see <a
 *     href="https://docs.siderolabs.com/talos/v1.12/configure-your-talos-cluster/storage-and-disk-management/disk-management/overview">Disk
 *     management</a>
 */
final class TalosVolumes {
  // What the operating system keeps of its disk for images, containers and logs.
  private static final String EPHEMERAL = "EPHEMERAL";

  private TalosVolumes() {}

  static List<Volume> of(NodePlan node) {
    return node.disks().stream().flatMap(disk -> volume(disk).stream()).toList();
  }

  private static Optional<Volume> volume(DiskPlan disk) {
    return disk.partition()
        .map(
            part ->
                switch (disk.use()) {
                  case SYSTEM -> new Volume("VolumeConfig", EPHEMERAL, Provisioning.own(part));
                  case FOLDERS ->
                      new Volume("UserVolumeConfig", disk.name(), Provisioning.of(part));
                  default -> new Volume("RawVolumeConfig", disk.name(), Provisioning.of(part));
                });
  }

  record Volume(String apiVersion, String kind, String name, Provisioning provisioning) {
    Volume(String kind, String name, Provisioning provisioning) {
      this("v1alpha1", kind, name, provisioning);
    }
  }

  record Provisioning(
      Optional<Selector> diskSelector,
      Optional<Boolean> grow,
      Optional<String> minSize,
      Optional<String> maxSize) {
    static Provisioning own(DiskPlan.Partition part) {
      return new Provisioning(
          Optional.empty(), Optional.of(false), Optional.empty(), Optional.of(size(part.size())));
    }

    // Talos makes those with a size first, and what has none takes what they leave.
    static Provisioning of(DiskPlan.Partition part) {
      var size = size(part.size());
      return new Provisioning(
          Optional.of(Selector.of(part.disk())),
          Optional.empty(),
          Optional.of(size),
          part.rest() ? Optional.empty() : Optional.of(size));
    }

    private static String size(Quantity quantity) {
      return quantity.text() + "B";
    }
  }

  record Selector(String match) {
    // Names that udev gives the disk, as /dev/disk/by-id/…
    static Selector of(String disk) {
      return new Selector("\"%s\" in disk.symlinks".formatted(disk));
    }
  }
}

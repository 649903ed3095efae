package io.github.homelab4j.storage;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.DiskPlan;
import java.util.Collection;
import java.util.List;

/**
 * Device paths that mean the same disk after a reboot, and that can stand in a command as they are.
 */
final class StableDisks {
  private StableDisks() {}

  static void check(Collection<List<String>> pathsByNode) {
    var unstable =
        pathsByNode.stream()
            .flatMap(List::stream)
            .filter(path -> !DiskPlan.isStable(path))
            .toList();
    if (!unstable.isEmpty()) {
      throw new InvalidPropsException(
          "disks %s may have another name after a reboot: plan them as /dev/disk/by-id/… or /dev/disk/by-partlabel/…"
              .formatted(unstable));
    }
  }
}

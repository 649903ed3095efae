package io.github.homelab4j.storage;

import io.github.homelab4j.core.InvalidPropsException;
import java.util.Collection;
import java.util.List;

/**
 * Device paths that mean the same disk after a reboot, and that can stand in a command as they are.
 */
final class StableDisks {
  private static final String STABLE = "/dev/disk/by-[a-z]+/[A-Za-z0-9._:+-]+";

  private StableDisks() {}

  static void check(Collection<List<String>> pathsByNode) {
    var unstable =
        pathsByNode.stream().flatMap(List::stream).filter(path -> !path.matches(STABLE)).toList();
    if (!unstable.isEmpty()) {
      throw new InvalidPropsException(
          "disks %s may have another name after a reboot: plan them as /dev/disk/by-id/… or /dev/disk/by-partlabel/…"
              .formatted(unstable));
    }
  }
}

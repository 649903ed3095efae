package io.github.homelab4j.hosts;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The disks of a machine, as Talos can part them. */
final class TalosDisks {
  private TalosDisks() {}

  /** The disk that Talos is installed on. */
  static DiskPlan system(NodePlan node) {
    return node.disks().stream()
        .filter(disk -> disk.use() == DiskPlan.Use.SYSTEM)
        .findFirst()
        .orElseThrow();
  }

  /**
   * There is one disk to install on, names are stable, and what takes the rest of a disk is one.
   */
  static void check(NodePlan node) {
    var systems = node.disks().stream().filter(disk -> disk.use() == DiskPlan.Use.SYSTEM).toList();
    if (systems.size() != 1) {
      Invalid.setting(
          "node %s has %s disks for its operating system: give it one, DiskPlan.system(\"/dev/disk/by-id/…\")"
              .formatted(node.name(), systems.size()));
    }
    devices(node)
        .filter(path -> !DiskPlan.isStable(path))
        .findFirst()
        .ifPresent(
            path ->
                Invalid.setting(
                    "disk '%s' of node %s may have another name after a reboot: plan it as /dev/disk/by-id/…"
                        .formatted(path, node.name())));
    for (var disk : new TreeSet<>(devices(node).toList())) {
      var rest = takingTheRest(node, disk);
      if (rest.size() > 1) {
        Invalid.setting(
            "%s of node %s each take the rest of %s: give all but one a size"
                .formatted(String.join(" and ", rest), node.name(), disk));
      }
    }
  }

  // A system without a size takes the rest of its disk too.
  private static List<String> takingTheRest(NodePlan node, String disk) {
    return node.disks().stream()
        .filter(
            each ->
                each.partition()
                    .map(part -> part.disk().equals(disk) && part.rest())
                    .orElse(each.path().equals(disk)))
        .map(each -> each.use() == DiskPlan.Use.SYSTEM ? "the system" : each.name())
        .toList();
  }

  private static Stream<String> devices(NodePlan node) {
    return node.disks().stream()
        .map(disk -> disk.partition().map(DiskPlan.Partition::disk).orElse(disk.path()));
  }
}

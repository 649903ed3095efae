package io.github.homelab4j.storage;

import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.NodePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immutables.value.Value;

/** Settings of {@link OpenEbs}. */
@Value.Immutable
public interface OpenEbsProps extends HelmProps {
  /**
   * The nodes of the cluster; on the disks planned for LVM the volume group is made. Without any,
   * there are directories only.
   */
  List<NodePlan> nodes();

  /**
   * The directory of each node below which volumes are directories; by default where the first
   * node's disk for folders is mounted, or {@code /var/mnt/openebs}, where Talos mounts a user
   * volume named {@code openebs} and lets the kubelet see it.
   */
  @Value.Default
  default String directory() {
    return nodes().stream()
        .flatMap(node -> node.disks().stream())
        .filter(disk -> disk.use() == DiskPlan.Use.FOLDERS)
        .map(DiskPlan::mountPoint)
        .findFirst()
        .orElse("/var/mnt/openebs");
  }

  /** The name of the volume group, on each node; {@code openebs} by default. */
  @Value.Default
  default String volumeGroup() {
    return "openebs";
  }

  /** The file system of logical volumes; XFS by default, which Kafka recommends. */
  @Value.Default
  default Filesystem filesystem() {
    return Filesystem.XFS;
  }

  /** Whether a node has a disk for logical volumes. */
  default boolean hasLvm() {
    return !volumeGroupDisks().isEmpty();
  }

  /** The disks of the volume group by node, in the plan's order. */
  @Value.Derived
  default Map<String, List<String>> volumeGroupDisks() {
    var byNode = new LinkedHashMap<String, List<String>>();
    for (var node : nodes()) {
      var disks =
          node.disks().stream()
              .filter(disk -> disk.use() == DiskPlan.Use.LVM)
              .map(DiskPlan::path)
              .toList();
      if (!disks.isEmpty()) {
        byNode.put(node.name(), disks);
      }
    }
    return byNode;
  }

  /** Paths that can be used as they are in a command. */
  @Value.Check
  default void check() {
    if (!directory().matches("/[A-Za-z0-9._/-]+")) {
      Invalid.setting(
          "directory is '%s': give an absolute path of letters, digits and ._-"
              .formatted(directory()));
    }
    if (!volumeGroup().matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
      Invalid.setting(
          "volumeGroup is '%s': use lower-case letters, digits and hyphens"
              .formatted(volumeGroup()));
    }
    StableDisks.check(volumeGroupDisks().values());
  }

  /** A file system. */
  enum Filesystem {
    /** The file system that most distributions use. */
    EXT4,
    /** The file system for large files and many writers. */
    XFS;

    /** The name that {@code mkfs} has for it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OpenEbsProps}. */
  final class Builder extends ImmutableOpenEbsProps.Builder {}
}

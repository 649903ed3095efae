package io.github.homelab4j.plan;

/**
 * A disk, or a partition of one, and what it is for.
 *
 * @param path the stable device path, as {@code /dev/disk/by-id/…} or {@code
 *     /dev/disk/by-partlabel/…}
 * @param use what takes it
 */
public record DiskPlan(String path, Use use) {
  /** What takes a disk. */
  public enum Use {
    /** An OSD of Ceph. */
    CEPH,
    /** The volume group of OpenEBS. */
    LVM
  }
}

package io.github.homelab4j.plan;

import io.github.homelab4j.unit.Quantity;
import java.util.Optional;

/**
 * A disk, or a partition of one, and what it is for.
 *
 * @param path the stable device path, as {@code /dev/disk/by-id/…} or {@code
 *     /dev/disk/by-partlabel/…}
 * @param use what takes it
 * @param partition what it is made of, where the operating system makes a partition for it
 */
public record DiskPlan(String path, Use use, Optional<Partition> partition) {
  private static final String STABLE = "/dev/disk/by-[a-z]+/[A-Za-z0-9._:+-]+";
  // Talos labels what it makes: raw volumes, and user volumes, which it mounts below a folder.
  private static final String RAW = "/dev/disk/by-partlabel/r-";
  private static final String USER = "/dev/disk/by-partlabel/u-";
  private static final String MOUNTS = "/var/mnt/";

  /** What takes a disk. */
  public enum Use {
    /** The operating system, with images, containers and logs. */
    SYSTEM,
    /** An OSD of Ceph. */
    CEPH,
    /** The volume group of OpenEBS. */
    LVM,
    /** A file system whose folders are volumes. */
    FOLDERS
  }

  /** A disk or partition that somebody else made. */
  public DiskPlan(String path, Use use) {
    this(path, use, Optional.empty());
  }

  /** The disk that the operating system is installed on and takes whole. */
  public static DiskPlan system(String path) {
    return new DiskPlan(path, Use.SYSTEM);
  }

  /**
   * The disk that the operating system is installed on, with room left for other partitions.
   *
   * @param own how much images, containers and logs may take
   */
  public static DiskPlan system(String path, Quantity own) {
    return new DiskPlan(path, Use.SYSTEM, Optional.of(Partition.of(path, own)));
  }

  /**
   * A partition without a file system that Talos makes: a raw volume.
   *
   * @param name letters, digits and hyphens; the label of the partition is {@code r-<name>}
   */
  public static DiskPlan raw(String name, Use use, Partition partition) {
    return new DiskPlan(RAW + name, use, Optional.of(partition));
  }

  /**
   * A partition for folders that Talos makes, formats and mounts, where the kubelet sees it: a user
   * volume.
   *
   * @param name letters, digits and hyphens; the label of the partition is {@code u-<name>}
   */
  public static DiskPlan folders(String name, Partition partition) {
    return new DiskPlan(USER + name, Use.FOLDERS, Optional.of(partition));
  }

  /** Its name in Talos: that of the volume, without what Talos puts before its label. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("^[ru]-", "");
  }

  /** The folder that Talos mounts it on, where it is for folders. */
  public String mountPoint() {
    return MOUNTS + name();
  }

  /** Whether a path means the same disk after a reboot, and can stand in a command as it is. */
  public static boolean isStable(String path) {
    return path.matches(STABLE);
  }

  /**
   * A part of a disk.
   *
   * @param disk the stable path of the disk, as {@code /dev/disk/by-id/…}
   * @param size how large it is, or at least has to be
   * @param rest whether it takes what other partitions leave of the disk
   */
  public record Partition(String disk, Quantity size, boolean rest) {
    /** A part of this size. */
    public static Partition of(String disk, Quantity size) {
      return new Partition(disk, size, false);
    }

    /** What other partitions leave of the disk. */
    public static Partition rest(String disk, Quantity atLeast) {
      return new Partition(disk, atLeast, true);
    }
  }
}

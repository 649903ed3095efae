package io.github.homelab4j.hosts;

/** File systems that a script makes on disks that have none. */
final class FileSystems {
  private FileSystems() {}

  /**
   * Lines of a shell that make one, and never on a disk with something on it: blkid ends with 2
   * when it finds nothing, but also when it cannot read the disk, hence dd.
   *
   * @param disk the disk, in quotes, as {@code "$disk"}
   * @param label its label, as the shell takes it
   */
  static String madeOnce(String disk, String label) {
    return """
        dd if=%1$s of=/dev/null bs=1M count=8 status=none
        found=0
        blkid --probe %1$s >/dev/null || found=$?
        if [ "$found" -eq 2 ]; then
          mkfs.ext4 -L %2$s %1$s
        fi
        """
        .formatted(disk, label);
  }
}

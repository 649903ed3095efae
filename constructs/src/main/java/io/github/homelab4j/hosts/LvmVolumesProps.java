package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link LvmVolumes}. */
@Value.Immutable
public interface LvmVolumesProps extends HasHost {
  /** The disk or partition that the volume group is made of, by a stable path. */
  String device();

  /** How large that is. */
  Quantity size();

  /** The volume group. */
  @Value.Default
  default String group() {
    return "san";
  }

  /** The volumes, which take room only as they are written to. */
  List<Volume> volumes();

  /**
   * A thin volume.
   *
   * @param name its name
   * @param size how large it says it is
   * @param path the folder of the machine that its file system is mounted at, if it is
   */
  record Volume(String name, Quantity size, Optional<String> path) {
    /** One that is lent as a disk. */
    public Volume(String name, Quantity size) {
      this(name, size, Optional.empty());
    }

    /** One with a file system that the machine itself mounts at a folder. */
    public Volume mountedAt(String folder) {
      return new Volume(name, size, Optional.of(folder));
    }
  }

  /** The device has a stable path, and names are what LVM takes. */
  @Value.Check
  default void check() {
    if (!device().startsWith("/dev/disk/by-")) {
      Invalid.setting(
          "'%s' may be another disk after the next boot: give its path below /dev/disk/by-id or by-partlabel"
              .formatted(device()));
    }
    for (var volume : volumes()) {
      if (!volume.name().matches("[a-z0-9][a-z0-9_]{0,62}")) {
        Invalid.setting(
            "'%s' is not a name for a volume: use lower-case letters, digits and underscores, hyphens are doubled by LVM"
                .formatted(volume.name()));
      }
      if (!volume.path().map(path -> path.matches("(/[a-z0-9_]+)+")).orElse(true)) {
        Invalid.setting(
            "'%s' is not a folder to mount volume %s at: give its absolute path in lower-case letters, digits and underscores"
                .formatted(volume.path().orElseThrow(), volume.name()));
      }
      if (volume.size().compareTo(size()) > 0) {
        Invalid.setting(
            "volume %s is %s, larger than %s of its group %s: a volume must fit when it is full"
                .formatted(volume.name(), volume.size(), size(), group()));
      }
    }
    if (volumes().stream().map(Volume::name).distinct().count() < volumes().size()) {
      Invalid.setting(
          "volumes %s have a name twice: name each once"
              .formatted(volumes().stream().map(Volume::name).toList()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LvmVolumesProps}. */
  final class Builder extends ImmutableLvmVolumesProps.Builder {}
}

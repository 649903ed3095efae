package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.plan.Machine;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Settings of {@link Restic}. */
@Value.Immutable
public interface ResticProps extends HostProps {
  /** What is backed up, one entry a machine. */
  List<Source> sources();

  /** The bucket that the copies go to, in which each machine has a repository of its name. */
  BucketRef bucket();

  /** What the copies are encrypted with: without it nobody reads them. */
  StoreKeyRef password();

  /** When, every day in the machine's own time zone; 02:00 by default. */
  @Value.Default
  default LocalTime at() {
    return LocalTime.of(2, 0);
  }

  /** How many days keep a copy; 7 by default. */
  @Value.Default
  default int keepDaily() {
    return 7;
  }

  /** How many weeks keep one; 4 by default. */
  @Value.Default
  default int keepWeekly() {
    return 4;
  }

  /** How many months keep one; 12 by default. */
  @Value.Default
  default int keepMonthly() {
    return 12;
  }

  /**
   * What is backed up of a machine.
   *
   * @param machine the machine
   * @param paths its folders, as {@code /etc}
   * @param excludes what of them is left out, as the copies themselves where they lie on it
   */
  record Source(Machine machine, List<String> paths, List<String> excludes) {
    /** Whole folders. */
    public static Source of(Machine machine, String... paths) {
      return new Source(machine, List.of(paths), List.of());
    }

    /** Without some of what is in them. */
    public Source without(String... more) {
      return new Source(machine, paths, List.of(more));
    }
  }

  /** A machine is there once, with folders; exclusions are inside of them; something is kept. */
  @Value.Check
  default void check() {
    var machines = sources().stream().map(source -> source.machine().name()).toList();
    if (machines.stream().distinct().count() < machines.size()) {
      Invalid.setting(
          "sources have a machine twice, %s: put all its folders into one".formatted(machines));
    }
    for (var source : sources()) {
      Stream.concat(source.paths().stream(), source.excludes().stream())
          .filter(path -> !path.matches("(/[A-Za-z0-9_.-]+)+"))
          .forEach(
              path -> {
                Invalid.setting(
                    "'%s' of %s is not a folder: give its absolute path in letters and digits"
                        .formatted(path, source.machine().name()));
              });
      if (source.paths().isEmpty()) {
        Invalid.setting(
            "nothing of %s is backed up: name its folders, or leave the machine out"
                .formatted(source.machine().name()));
      }
      for (var excluded : source.excludes()) {
        if (source.paths().stream().noneMatch(path -> excluded.startsWith(path + "/"))) {
          Invalid.setting(
              "%s of %s is left out of %s, where it is not: remove it, or correct the path"
                  .formatted(excluded, source.machine().name(), source.paths()));
        }
      }
    }
    if (keepDaily() < 1 || keepWeekly() < 0 || keepMonthly() < 0) {
      Invalid.setting(
          "%s daily, %s weekly and %s monthly copies are kept: keep one day at least"
              .formatted(keepDaily(), keepWeekly(), keepMonthly()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ResticProps}. */
  final class Builder extends ImmutableResticProps.Builder {}
}

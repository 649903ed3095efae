package io.github.homelab4j.storage;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.unit.CronSchedule;
import java.util.Locale;

/**
 * What {@link Longhorn} does on a schedule to each volume that is not given jobs of its own.
 *
 * @param name its name in the cluster
 * @param task what is made
 * @param schedule when, in UTC
 * @param retain how many of each volume are kept
 * @throws InvalidPropsException when Longhorn would refuse the name or the number
 */
public record LonghornJob(String name, Task task, CronSchedule schedule, int retain) {
  // Longhorn's own limits: NameMaximumLength, and the setting recurring-job-max-retention.
  private static final int MOST = 100;

  /** Checks name and number. */
  public LonghornJob {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]")) {
      Invalid.setting(
          "job '%s' cannot be called so: use 2 to 40 lower-case letters, digits and hyphens"
              .formatted(name));
    }
    if (retain < 1 || retain > MOST) {
      Invalid.setting("job %s keeps %s of each volume: keep 1 to %s".formatted(name, retain, MOST));
    }
  }

  /** Snapshots, which stay with the volume: they undo mistakes and are lost with it. */
  public static LonghornJob snapshots(String name, CronSchedule schedule, int retain) {
    return new LonghornJob(name, Task.SNAPSHOT, schedule, retain);
  }

  /** Backups of what changed since the last one; they need a bucket. */
  public static LonghornJob backups(String name, CronSchedule schedule, int retain) {
    return new LonghornJob(name, Task.BACKUP, schedule, retain);
  }

  /** What is made. */
  public enum Task {
    /** A snapshot in the volume's own storage. */
    SNAPSHOT,
    /** A copy in the bucket. */
    BACKUP;

    /** Longhorn's word for it. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package io.github.homelab4j.backup;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.unit.CronSchedule;
import java.time.Duration;
import java.util.List;

/**
 * Backups that {@link Velero} makes on a schedule.
 *
 * @param name what they are called: each is {@code <release>-<name>-<time>}
 * @param schedule when, in UTC
 * @param ttl how long each is kept
 * @param namespaces what is in them; everything in the cluster when there are none
 * @throws InvalidPropsException when nothing can be called so, or nothing would be kept
 */
public record VeleroSchedule(
    String name, CronSchedule schedule, Duration ttl, List<NamespaceRef> namespaces) {
  /** Checks name and time. */
  public VeleroSchedule {
    namespaces = List.copyOf(namespaces);
    if (!name.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
      Invalid.setting(
          "schedule '%s' cannot be called so: use at most 40 lower-case letters, digits and hyphens"
              .formatted(name));
    }
    if (ttl.compareTo(Duration.ofHours(1)) < 0) {
      Invalid.setting(
          "schedule %s keeps backups for %s: keep them for an hour at least".formatted(name, ttl));
    }
  }

  /** Backups of everything in the cluster. */
  public static VeleroSchedule ofEverything(String name, CronSchedule schedule, Duration ttl) {
    return new VeleroSchedule(name, schedule, ttl, List.of());
  }

  /** The same of some namespaces only, with what they use of the cluster. */
  public VeleroSchedule of(NamespaceRef... some) {
    return new VeleroSchedule(name, schedule, ttl, List.of(some));
  }
}

package io.github.homelab4j.crd.longhorn;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.unit.CronSchedule;
import java.util.List;

/**
 * What Longhorn does to volumes on a schedule.
 *
 * @see <a
 *     href="https://longhorn.io/docs/1.12.1/snapshots-and-backups/scheduling-backups-and-snapshots/">Recurring
 *     snapshots and backups</a>
 */
@Group("longhorn.io")
@Version("v1beta2")
@Kind("RecurringJob")
public final class RecurringJob extends CustomResource<RecurringJob.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public RecurringJob(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * What, when, and of which volumes.
   *
   * @param task as {@code snapshot}
   * @param cron when, in UTC
   * @param retain how many of each volume are kept
   * @param concurrency how many volumes are worked on at a time
   * @param groups groups of volumes; {@code default} is all that name none
   */
  public record Spec(
      String name,
      String task,
      CronSchedule cron,
      int retain,
      int concurrency,
      List<String> groups) {}
}

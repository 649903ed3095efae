package io.github.homelab4j.crd.cnpg;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;

/**
 * Base backups of a server on a schedule.
 *
 * @see <a
 *     href="https://cloudnative-pg.io/documentation/1.30/backup/#scheduled-backups">ScheduledBackup</a>
 */
@Group("postgresql.cnpg.io")
@Version("v1")
@Kind("ScheduledBackup")
public final class ScheduledBackup extends CustomResource<ScheduledBackup.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public ScheduledBackup(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * When, of what, and how.
   *
   * @param schedule six fields, the first of them the second
   * @param immediate whether the first one is taken at once
   * @param backupOwnerReference with whom its backups are deleted
   */
  public record Spec(
      Database.ClusterName cluster,
      String schedule,
      boolean immediate,
      String backupOwnerReference,
      String method,
      PluginConfiguration pluginConfiguration) {}

  /** The plugin that takes it. */
  public record PluginConfiguration(String name) {}
}

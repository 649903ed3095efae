package io.github.homelab4j.database;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.unit.CronSchedule;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a {@link PostgresCluster} keeps its base backups and its write-ahead log, so that it can be
 * recovered as of any moment in between.
 */
@Value.Immutable
public interface PostgresArchive {
  /** The Barman Cloud plugin. */
  OperatorRef plugin();

  /** The bucket, as {@code store.bucket("postgres")}; it exists already. */
  BucketRef bucket();

  /** The folder in the bucket; {@code postgres} by default. */
  @Value.Default
  default String folder() {
    return "postgres";
  }

  /**
   * The server's name in the archive; the component's id by default. After a recovery it must be a
   * new one: the plugin does not write over an old archive.
   */
  Optional<String> serverName();

  /**
   * When a base backup is taken, in UTC; daily at 02:30 by default. The write-ahead log is archived
   * all the time.
   */
  @Value.Default
  default CronSchedule schedule() {
    return CronSchedule.daily(2, 30);
  }

  /** How many days back recovery reaches; 30 by default. */
  @Value.Default
  default int retentionDays() {
    return 30;
  }

  /** At least one day. */
  @Value.Check
  default void check() {
    if (retentionDays() < 1) {
      throw new InvalidPropsException(
          "retentionDays is %s: keep at least 1 day, or leave the archive out"
              .formatted(retentionDays()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PostgresArchive}. */
  final class Builder extends ImmutablePostgresArchive.Builder {}
}

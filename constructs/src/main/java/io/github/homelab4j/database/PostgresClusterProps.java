package io.github.homelab4j.database;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link PostgresCluster}. */
@Value.Immutable
public interface PostgresClusterProps extends ComponentProps, HasStorage, HasMetrics {
  /** CloudNativePG. */
  OperatorRef operator();

  /**
   * The primary and its replicas, on different nodes; 2 by default, so that one takes over from the
   * other.
   */
  @Value.Default
  default int instances() {
    return 2;
  }

  /** The volume of the data of each instance; 20Gi by default. It can grow, never shrink. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(20);
  }

  /**
   * The volume of the write-ahead log of each instance; 10Gi by default. Apart from the data, so
   * that an archive that is away does not fill their disk at once.
   */
  @Value.Default
  default Quantity walSize() {
    return Quantity.gi(10);
  }

  /**
   * How much of the write-ahead log the replication slots of replicas keep; half of its volume by
   * default, so that a replica that is away does not fill it. One that is further behind loses its
   * slot and catches up from the archive; one that cannot is made anew by {@code kubectl cnpg
   * destroy}. What the archive has yet to take is kept on top.
   */
  @Value.Default
  default Quantity slotWalSize() {
    return Quantity.mi(
        walSize().amount().divideToIntegralValue(BigDecimal.valueOf(2L << 20)).longValue());
  }

  /** CPU that each instance asks for; half a core by default. */
  @Value.Default
  default Quantity cpu() {
    return Quantity.millis(500);
  }

  /**
   * Memory of each instance; 2Gi by default, of which PostgreSQL takes a quarter for its buffers.
   */
  @Value.Default
  default Quantity memory() {
    return Quantity.gi(2);
  }

  /** Connections that the server takes; 300 by default. */
  @Value.Default
  default int maxConnections() {
    return 300;
  }

  /**
   * Whether a commit waits until a replica has it; on by default, so that a failover loses nothing.
   * While no replica is there, commits go on without.
   */
  @Value.Default
  default boolean synchronousReplication() {
    return true;
  }

  /** The databases. */
  List<PostgresDatabase> databases();

  /** Where backups go; none by default, which leaves the data to the volumes' own copies. */
  Optional<PostgresArchive> archive();

  /**
   * The class of snapshots that are taken on demand, of the driver of the storage; none by default.
   * Data and write-ahead log of one instance are taken together, while it runs, and are consistent
   * with what is archived meanwhile: that needs the archive. There is no schedule, since
   * CloudNativePG deletes no snapshot and would fill the storage; they are deleted with their
   * Backup, by hand.
   */
  Optional<VolumeSnapshotClassRef> snapshots();

  /** An earlier server to start from; by default the server starts empty. */
  Optional<PostgresRecovery> recovery();

  /**
   * Names are unique, connections suffice, slots leave room on their volume, snapshots can be taken
   * and used, and a recovered server does not write over the archive it came from.
   */
  @Value.Check
  default void check() {
    if (instances() < 1) {
      Invalid.setting(
          "instances is %s: run at least 1, or leave the component out".formatted(instances()));
    }
    var names = new HashSet<String>();
    for (var database : databases()) {
      if (!names.add("database " + database.name())) {
        Invalid.setting("database %s is given twice: keep one".formatted(database.name()));
      }
      database
          .pooler()
          .ifPresent(
              pooler -> {
                if (!names.add("pooler " + pooler.name())) {
                  Invalid.setting(
                      "pooler %s is in front of two databases: give each its own"
                          .formatted(pooler.name()));
                }
              });
    }
    var pooled =
        databases().stream()
            .flatMap(database -> database.pooler().stream())
            .mapToInt(PostgresPooler::connections)
            .sum();
    if (pooled + reserved() > maxConnections()) {
      Invalid.setting(
          "poolers open %s connections and %s are kept for replicas, metrics and direct clients, but maxConnections is %s: "
              .concat("raise it or lower poolSize")
              .formatted(pooled, reserved(), maxConnections()));
    }
    if (slotWalSize().compareTo(walSize()) >= 0) {
      Invalid.setting(
          "slotWalSize is %s, but walSize is %s, which a replica that is away would fill: lower slotWalSize or raise walSize"
              .formatted(slotWalSize().text(), walSize().text()));
    }
    snapshots().ifPresent(this::checkSnapshots);
    recovery().ifPresent(this::checkArchive);
  }

  private void checkSnapshots(VolumeSnapshotClassRef snapshots) {
    if (!storage().provider().equals(snapshots.provider())) {
      Invalid.setting(
          "%s is of %s, but %s of %s: take both from one"
              .formatted(
                  storage().describe(),
                  storage().provider(),
                  snapshots.describe(),
                  snapshots.provider()));
    }
    if (archive().isEmpty()) {
      Invalid.setting(
          "%s takes a running server, whose snapshots need the write-ahead log of the archive: set archive or leave snapshots out"
              .formatted(snapshots.describe()));
    }
  }

  private void checkArchive(PostgresRecovery recovery) {
    var target = archive().flatMap(PostgresArchive::serverName);
    if (archive().isEmpty()) {
      Invalid.setting(
          "recovery from %s needs the archive that holds it: set archive"
              .formatted(recovery.serverName()));
    }
    if (target.isEmpty() || target.get().equals(recovery.serverName())) {
      Invalid.setting(
          "the server is recovered from %s and would archive as %s: set archive's serverName to a new name, such as %s-2"
              .formatted(
                  recovery.serverName(), target.orElse("its own id"), recovery.serverName()));
    }
  }

  // Superuser and replication slots, the metrics exporter, and a pool of an application that
  // connects directly.
  private static int reserved() {
    return 50;
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link PostgresClusterProps}. */
  final class Builder extends ImmutablePostgresClusterProps.Builder {}
}

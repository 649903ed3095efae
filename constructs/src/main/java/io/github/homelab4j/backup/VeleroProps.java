package io.github.homelab4j.backup;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Velero}. */
@Value.Immutable
public interface VeleroProps extends HelmProps, HasMetrics {
  /** The bucket of the backups, for this cluster alone; it exists already. */
  BucketRef bucket();

  /**
   * How snapshots of volumes are made, a class for each storage driver. Volumes of other drivers
   * are not in the backups; nor are any by default.
   */
  List<VolumeSnapshotClassRef> snapshots();

  /**
   * Whether what is in the snapshots is copied into the bucket too, by an agent on each node; not
   * by default. It takes memory and time, and is not needed where snapshots leave the cluster
   * themselves.
   */
  @Value.Default
  default boolean copiesVolumes() {
    return false;
  }

  /** When backups are made; without any, only those that are asked for. */
  List<VeleroSchedule> schedules();

  /** One class a driver, names of their own, and something to copy. */
  @Value.Check
  default void check() {
    var drivers = new HashMap<String, VolumeSnapshotClassRef>();
    for (var snapshots : snapshots()) {
      var other = drivers.putIfAbsent(snapshots.driver(), snapshots);
      if (other != null) {
        Invalid.setting(
            "%s and %s are both of driver %s: keep one"
                .formatted(other.describe(), snapshots.describe(), snapshots.driver()));
      }
    }
    if (copiesVolumes() && snapshots().isEmpty()) {
      Invalid.setting("copiesVolumes is on, and there are no snapshots to copy: add snapshots");
    }
    var names = new HashSet<String>();
    for (var schedule : schedules()) {
      if (!names.add(schedule.name())) {
        Invalid.setting(
            "there are two schedules %s: name one differently".formatted(schedule.name()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VeleroProps}. */
  final class Builder extends ImmutableVeleroProps.Builder {}
}

package io.github.homelab4j.backup;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.unit.CronSchedule;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link VolumeSnapshots}. Its namespace must be set: that of the claims. */
@Value.Immutable
public interface VolumeSnapshotsProps extends ComponentProps {
  /** The storage classes whose claims are taken, and how. */
  List<Target> targets();

  /** When; every day at 02:00 UTC by default, before the nightly backups. */
  @Value.Default
  default CronSchedule schedule() {
    return CronSchedule.daily(2, 0);
  }

  /**
   * How many snapshots of each claim are kept; 7 by default, a week of days. Each holds what was
   * overwritten since.
   */
  @Value.Default
  default int keep() {
    return 7;
  }

  /**
   * How long the snapshots of one run may take altogether, and how late a run may start; an hour by
   * default.
   */
  @Value.Default
  default Duration deadline() {
    return Duration.ofHours(1);
  }

  /** A namespace, something to take, and at least one snapshot to keep. */
  @Value.Check
  default void check() {
    if (namespace().isEmpty()) {
      Invalid.setting(
          "namespace is not set: name the namespace whose claims are taken, as NamespaceRef.of(\"gitlab\")");
    }
    if (targets().isEmpty()) {
      Invalid.setting("targets is empty: add a storage class and its snapshot class");
    }
    if (keep() < 1) {
      Invalid.setting(
          "keep is %s: keep at least 1 snapshot, or leave the component out".formatted(keep()));
    }
  }

  /**
   * Claims of a storage class.
   *
   * @param volumes the class of the claims
   * @param snapshots the class of their snapshots, of the same driver
   */
  record Target(StorageClassRef volumes, VolumeSnapshotClassRef snapshots) {
    /** Classes of different providers have different drivers. */
    public Target {
      if (!volumes.provider().equals(snapshots.provider())) {
        Invalid.setting(
            "%s is of %s, but %s of %s: take both from one"
                .formatted(
                    volumes.describe(),
                    volumes.provider(),
                    snapshots.describe(),
                    snapshots.provider()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VolumeSnapshotsProps}. */
  final class Builder extends ImmutableVolumeSnapshotsProps.Builder {}
}

package io.github.homelab4j.cache;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Quantity;
import java.math.BigDecimal;
import org.immutables.value.Value;

/** Settings of {@link Dragonfly}. Its replicas are one master and copies that take over from it. */
@Value.Immutable
public interface DragonflyProps extends ComponentProps, HasReplicas, HasStorage, HasMetrics {
  /** Dragonfly's operator. */
  OperatorRef operator();

  /** The password of the default user, with which clients log in. */
  StoreKeyRef password();

  /**
   * What data may take; 1Gi by default. The container gets a quarter more, for connections and for
   * writing snapshots.
   */
  @Value.Default
  default Quantity memory() {
    return Quantity.gi(1);
  }

  /** CPU that each pod asks for; a tenth of a core by default. */
  @Value.Default
  default Quantity cpu() {
    return Quantity.millis(100);
  }

  /** Threads that data are spread over; 2 by default. Each needs 256Mi. */
  @Value.Default
  default int threads() {
    return 2;
  }

  /**
   * When data are written to the volume, in UTC; every 30 minutes by default. They are also written
   * when a pod stops.
   */
  @Value.Default
  default CronSchedule snapshots() {
    return CronSchedule.of("*/30 * * * *");
  }

  /**
   * The volume of each pod; 4Gi by default. It holds one snapshot, and the next one while it is
   * written.
   */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(4);
  }

  /**
   * Whether entries are thrown out when memory is full; off by default, because a queue must not
   * lose its jobs: writes fail instead.
   */
  @Value.Default
  default boolean evicts() {
    return false;
  }

  /**
   * Whether Lua scripts may use keys that they do not declare; on by default, because clients
   * written for Redis (Sidekiq's plugins, rate limiters) do. Such scripts hold all threads while
   * they run.
   */
  @Value.Default
  default boolean undeclaredKeys() {
    return true;
  }

  /** Threads have their memory, and the volume has room for two snapshots. */
  @Value.Check
  default void check() {
    checkReplicas();
    if (memory().compareTo(Quantity.mi(256L * threads())) < 0) {
      Invalid.setting(
          "memory is %s, but %s threads need %sMi: raise memory or lower threads"
              .formatted(memory(), threads(), 256L * threads()));
    }
    if (size().amount().compareTo(memory().amount().multiply(BigDecimal.valueOf(2))) < 0) {
      Invalid.setting(
          "size is %s, but two snapshots of %s must fit while one replaces the other: make it at least twice as large"
              .formatted(size(), memory()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link DragonflyProps}. */
  final class Builder extends ImmutableDragonflyProps.Builder {}
}

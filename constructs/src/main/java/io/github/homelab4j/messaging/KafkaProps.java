package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.unit.Quantity;
import java.util.HashSet;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Kafka}. */
@Value.Immutable
public interface KafkaProps extends ComponentProps, HasStorage, HasMetrics {
  /** Strimzi. */
  OperatorRef operator();

  /**
   * Nodes that hold messages; 3 by default. More of them share nodes of the cluster evenly; copies
   * of a message never do.
   */
  @Value.Default
  default int brokers() {
    return 3;
  }

  /**
   * Nodes that keep the metadata and vote on who leads, in ZooKeeper's place; odd, 3 by default.
   */
  @Value.Default
  default int controllers() {
    return 3;
  }

  /**
   * Copies of each message; 3 by default, of which all but one must have it before a write counts.
   */
  @Value.Default
  default int copies() {
    return 3;
  }

  /** The volume of each broker; 50Gi by default. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(50);
  }

  /** The volume of each controller; 5Gi by default. */
  @Value.Default
  default Quantity controllerSize() {
    return Quantity.gi(5);
  }

  /** CPU that each broker asks for; half a core by default. */
  @Value.Default
  default Quantity cpu() {
    return Quantity.millis(500);
  }

  /** Memory of each broker; 2Gi by default, half of it Java's heap. */
  @Value.Default
  default Quantity memory() {
    return Quantity.gi(2);
  }

  /** CPU that each controller asks for; a fifth of a core by default. */
  @Value.Default
  default Quantity controllerCpu() {
    return Quantity.millis(200);
  }

  /** Memory of each controller; 1Gi by default, half of it Java's heap. */
  @Value.Default
  default Quantity controllerMemory() {
    return Quantity.gi(1);
  }

  /**
   * Whether there is also a port without TLS for clients that show a password (SCRAM); off by
   * default, since it sends messages in the clear. Port 9093 with TLS and client certificates is
   * always there.
   */
  @Value.Default
  default boolean plain() {
    return false;
  }

  /** Topics. Clients cannot make any by merely writing to them. */
  List<KafkaTopic> topics();

  /** Logins. */
  List<KafkaUser> users();

  /** Controllers can decide, copies have a broker each, names are unique. */
  @Value.Check
  default void check() {
    if (controllers() < 1 || controllers() % 2 == 0) {
      Invalid.setting(
          "controllers is %s: take an odd number, so that a majority survives the loss of a node"
              .formatted(controllers()));
    }
    if (copies() < 1 || copies() > brokers()) {
      Invalid.setting(
          "copies is %s but there are %s brokers: add brokers or lower copies"
              .formatted(copies(), brokers()));
    }
    var names = new HashSet<String>();
    topics().forEach(topic -> unique(names, "topic " + topic.name()));
    users().forEach(user -> unique(names, "user " + user.name()));
  }

  private static void unique(HashSet<String> names, String name) {
    if (!names.add(name)) {
      Invalid.setting("%s is given twice: keep one".formatted(name));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KafkaProps}. */
  final class Builder extends ImmutableKafkaProps.Builder {}
}

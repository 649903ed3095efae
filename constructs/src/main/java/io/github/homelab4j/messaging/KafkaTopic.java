package io.github.homelab4j.messaging;

import io.github.homelab4j.core.InvalidPropsException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A topic of a {@link Kafka}, on as many brokers as the cluster copies by default.
 *
 * @param name the topic
 * @param partitions how many consumers of a group can share it; it can grow, never shrink
 * @param retention how long messages are kept; without it, the newest of each key is kept for good
 */
public record KafkaTopic(String name, int partitions, Optional<Duration> retention) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]{0,248}[a-z0-9])?");

  /** Checks name and partitions. */
  public KafkaTopic {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidPropsException(
          "'%s' is not a topic name here: use lower-case letters, digits, dots and hyphens"
              .formatted(name));
    }
    if (partitions < 1) {
      throw new InvalidPropsException(
          "topic %s has %s partitions: give it at least 1".formatted(name, partitions));
    }
  }

  /** Messages that are kept for a time. */
  public static KafkaTopic kept(String name, int partitions, Duration retention) {
    return new KafkaTopic(name, partitions, Optional.of(retention));
  }

  /** The newest message of each key. */
  public static KafkaTopic compacted(String name, int partitions) {
    return new KafkaTopic(name, partitions, Optional.empty());
  }
}

package io.github.homelab4j.messaging;

import io.github.homelab4j.core.InvalidPropsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A login of a {@link Kafka} by client certificate, and what it may do.
 *
 * @param name the login; Strimzi's Secret with the certificate is called so too
 * @param rights what it may do; nothing else is allowed
 */
public record KafkaUser(String name, List<Right> rights) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /** Kinds of resources. */
  public enum Kind {
    /** Topics. */
    TOPIC("topic"),
    /** Groups of consumers. */
    GROUP("group");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What can be done. */
  public enum Operation {
    /** Read messages, or read as a member of a group. */
    READ("Read"),
    /** Write messages. */
    WRITE("Write"),
    /** Create topics. */
    CREATE("Create"),
    /** See that it is there. */
    DESCRIBE("Describe"),
    /** See its settings. */
    DESCRIBE_CONFIGS("DescribeConfigs");

    private final String word;

    Operation(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Operations on all resources of a kind whose name begins so. */
  public record Right(Kind kind, String prefix, List<Operation> operations) {}

  /** Checks the name. */
  public KafkaUser {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidPropsException(
          "'%s' is not a user name here: use at most 63 lower-case letters, digits and hyphens"
              .formatted(name));
    }
    rights = List.copyOf(rights);
  }

  /** A login that may do nothing yet. */
  public static KafkaUser named(String name) {
    return new KafkaUser(name, List.of());
  }

  /**
   * The login of a {@link KafkaConnect} with this id: its own topics and group. What its connectors
   * do is added to it: {@code produces("orders")} for sources, {@code consumes("orders",
   * "connect-")} for sinks, whose groups begin so.
   */
  public static KafkaUser connect(String id) {
    return named(id)
        .may(
            Kind.TOPIC,
            id + "-",
            Operation.READ,
            Operation.WRITE,
            Operation.CREATE,
            Operation.DESCRIBE,
            Operation.DESCRIBE_CONFIGS)
        .may(Kind.GROUP, id, Operation.READ, Operation.DESCRIBE);
  }

  /** Reads topics whose name begins so, in groups whose name begins so. */
  public KafkaUser consumes(String topics, String groups) {
    return may(Kind.TOPIC, topics, Operation.READ, Operation.DESCRIBE)
        .may(Kind.GROUP, groups, Operation.READ, Operation.DESCRIBE);
  }

  /** Writes topics whose name begins so. */
  public KafkaUser produces(String topics) {
    return may(Kind.TOPIC, topics, Operation.WRITE, Operation.DESCRIBE);
  }

  /** Does these things to resources of a kind whose name begins so. */
  public KafkaUser may(Kind kind, String prefix, Operation... operations) {
    var more = new ArrayList<>(rights);
    more.add(new Right(kind, prefix, Arrays.asList(operations)));
    return new KafkaUser(name, more);
  }
}

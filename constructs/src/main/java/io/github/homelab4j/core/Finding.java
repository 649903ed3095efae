package io.github.homelab4j.core;

import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.Severity;
import java.util.Comparator;

/**
 * One mistake, in the one shape that all of them have: {@code CODE path (File.java:line): what:
 * what to do}.
 *
 * @param rule the rule that is broken
 * @param path cluster and component, as {@code infra/harbor}
 * @param origin the line of the stack that caused it
 * @param message what is wrong, with both values, and after a colon what to do
 */
public record Finding(Rule rule, String path, Origin origin, String message)
    implements Comparable<Finding> {
  /** The code of the rule. */
  public String code() {
    return rule.code();
  }

  /** What follows. */
  public Severity severity() {
    return rule.severity();
  }

  @Override
  public int compareTo(Finding other) {
    return Comparator.comparing(Finding::path)
        .thenComparing(Finding::code)
        .thenComparing(Finding::message)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return "%s %s (%s): %s".formatted(code(), path, origin, message);
  }
}

package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import java.util.regex.Pattern;

/** What is a port: a number, or where a container names its ports, a short name. */
final class Ports {
  private static final Pattern NAME =
      Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?");

  private Ports() {}

  /** Judges a port by its number; one that is absent is fine. */
  static void number(Subject subject, JsonNode port, String where, Report report) {
    range(subject, port, 1, 65_535, where, report);
  }

  /** Judges a number within a range. */
  static void range(
      Subject subject, JsonNode port, int first, int last, String where, Report report) {
    if (!port.isMissingNode()) {
      report.judge(
          ObjectRule.PORT_INVALID,
          subject,
          where,
          port.isIntegralNumber() && port.asInt() >= first && port.asInt() <= last,
          () ->
              "%s is %s: take a number from %s to %s".formatted(where, port.asText(), first, last));
    }
  }

  /** Judges the name of a container's port. */
  static void name(Subject subject, String name, String where, Report report) {
    report.judge(
        ObjectRule.PORT_INVALID,
        subject,
        where,
        name.length() <= 15 && NAME.matcher(name).matches(),
        () ->
            "%s is '%s', which has %s characters: use at most 15 lower-case letters, digits and hyphens, a letter among them"
                .formatted(where, name, name.length()));
  }

  /** Judges a port that is a number or the name of a container's. */
  static void either(Subject subject, JsonNode port, String where, Report report) {
    if (port.isTextual()) {
      name(subject, port.asText(), where, report);
    } else {
      number(subject, port, where, report);
    }
  }
}

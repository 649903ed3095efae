package io.github.homelab4j.core;

import io.github.homelab4j.rule.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as people read them. */
public final class Findings {
  private Findings() {}

  /**
   * A line each: what stops everything first, then warnings, marked as such. What is only counted
   * has no line.
   */
  public static String lines(Collection<Finding> findings) {
    return sorted(findings).stream()
        .map(
            finding ->
                finding.severity() == Severity.WARNING ? "warning: " + finding : finding.toString())
        .collect(Collectors.joining("\n"));
  }

  /** How many there are, as {@code 2 errors, 1 warning, 5 hints}; or {@code no findings}. */
  public static String summary(Collection<Finding> findings) {
    var counts = new ArrayList<String>();
    count(findings, Severity.ERROR, "error", counts);
    count(findings, Severity.WARNING, "warning", counts);
    count(findings, Severity.INFO, "hint", counts);
    return counts.isEmpty() ? "no findings" : String.join(", ", counts);
  }

  /** Errors, then warnings, each sorted and without repetition. */
  static List<Finding> sorted(Collection<Finding> findings) {
    var sorted = new ArrayList<Finding>();
    for (var severity : List.of(Severity.ERROR, Severity.WARNING)) {
      findings.stream()
          .filter(finding -> finding.severity() == severity)
          .distinct()
          .sorted()
          .forEach(sorted::add);
    }
    return List.copyOf(sorted);
  }

  private static void count(
      Collection<Finding> findings, Severity severity, String name, List<String> counts) {
    var count = findings.stream().filter(each -> each.severity() == severity).distinct().count();
    if (count > 0) {
      counts.add("%s %s%s".formatted(count, name, count == 1 ? "" : "s"));
    }
  }
}

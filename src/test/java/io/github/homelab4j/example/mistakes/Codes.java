package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.ToolCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code CODES.md}: every rule of the library, with an example and how much it judges. */
final class Codes {
  private static final String HEAD =
      """
      # Codes

      Every finding names the rule that is broken. An error stops everything: nothing is written. A warning is printed and kept in the cluster's `inventory.json`; a hint is counted there.

      A component may be exempted from a rule with a reason, `component.exempt(rule, "because …")`; an exemption that is not needed is an error. *Judged* says how many subjects of the reference clusters a rule looked at.

      This page is written from the rules and from the mistakes that the tests plant in a sound homelab. `mvn test` compares it, and writes the new one to `stacks/target/CODES.md` when it is stale.
      """;

  private final Verdict verdict;
  private final List<Mistake> mistakes;

  Codes(Verdict verdict, List<Mistake> mistakes) {
    this.verdict = verdict;
    this.mistakes = mistakes;
  }

  /** All rules of the enums of which one is declared by a check, by family. */
  static Map<String, List<Rule>> families(List<Check> checks) {
    var families = new TreeMap<String, List<Rule>>();
    checks.stream()
        .flatMap(check -> check.rules().stream())
        .filter(Enum.class::isInstance)
        .map(rule -> ((Enum<?>) rule).getDeclaringClass())
        .distinct()
        .forEach(
            family ->
                families.put(
                    family.getSimpleName(),
                    Stream.of(family.getEnumConstants())
                        .map(Rule.class::cast)
                        .sorted(Comparator.comparing(Rule::code))
                        .toList()));
    return families;
  }

  String page(Map<String, List<Rule>> families) {
    var text = new StringBuilder(HEAD);
    families.forEach(
        (family, rules) -> {
          text.append("\n## ").append(title(family)).append("\n\n");
          text.append("| code | | what must hold | judged |\n|---|---|---|---|\n");
          rules.forEach(rule -> text.append(row(rule)));
          rules.forEach(rule -> text.append(section(rule)));
        });
    return text.toString();
  }

  private String row(Rule rule) {
    return "| [%s](#%s) | %s | %s | %s |\n"
        .formatted(
            rule.code(),
            rule.code().toLowerCase(Locale.ROOT),
            severity(rule),
            plain(rule.about().what()),
            counts(rule));
  }

  private String section(Rule rule) {
    var lines = new ArrayList<String>();
    BiConsumer<String, String> add =
        (name, value) -> {
          if (!value.isEmpty()) {
            lines.add("- %s: %s".formatted(name, value));
          }
        };
    add.accept("What must hold (%s)".formatted(severity(rule)), plain(rule.about().what()));
    add.accept("Otherwise", plain(rule.about().why()));
    add.accept("Cure", plain(rule.about().fix()));
    add.accept("Source", plain(rule.about().source()));
    add.accept(
        "Silenced by its exemption",
        rule.about().tools().stream().map(Codes::tool).collect(Collectors.joining(", ")));
    add.accept("Judged", judged(rule));
    var example = example(rule);
    return "\n### %s\n\n%s\n%s"
        .formatted(
            rule.code(),
            String.join("\n", lines),
            example.isEmpty() ? "" : "\n```\n" + example + "\n```\n");
  }

  private String judged(Rule rule) {
    var counts = counts(rule);
    if (!counts.isEmpty()) {
      return counts;
    }
    return mistakes.stream().anyMatch(mistake -> mistake.rule().equals(rule))
        ? "none in the reference clusters; the tests' homelab, from which the example is, exercises it"
        : "none in the reference clusters";
  }

  private String counts(Rule rule) {
    return new TreeMap<>(verdict.judged().getOrDefault(rule, Map.of()))
        .entrySet().stream()
            .map(count -> "%s %s".formatted(count.getKey(), count.getValue()))
            .collect(Collectors.joining(", "));
  }

  // What the first mistake leads to, as it is printed.
  private String example(Rule rule) {
    return mistakes.stream()
        .filter(mistake -> mistake.rule().equals(rule))
        .findFirst()
        .flatMap(
            mistake ->
                Found.of(mistake).stream().filter(found -> found.rule().equals(rule)).findFirst())
        .map(Object::toString)
        .orElse("");
  }

  private static String title(String family) {
    return family.replaceFirst("Rule$", "") + " rules";
  }

  private static String severity(Rule rule) {
    return switch (rule.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "hint";
    };
  }

  private static String tool(ToolCheck check) {
    return "%s `%s`"
        .formatted(check.tool().name().toLowerCase(Locale.ROOT).replace('_', '-'), check.check());
  }

  private static String plain(String text) {
    return text.replace("<", "\\<").replace("|", "\\|").replace("*", "\\*");
  }
}

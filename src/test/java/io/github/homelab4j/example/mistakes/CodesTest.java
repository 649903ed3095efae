package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code CODES.md} says what the rules say, and every rule is judged and can be broken. */
class CodesTest {
  private static final String RENEW = "cp stacks/target/CODES.md CODES.md && git add CODES.md";
  private static final Path PAGE = Path.of("../CODES.md");
  // Found while a homelab is resolved, files are read, or exemptions are counted.
  private static final Set<Rule> OF_THE_ENGINE =
      Set.of(
          ReferenceRule.REF_OTHER_CLUSTER,
          ReferenceRule.REF_NOT_EXPORTED,
          ReferenceRule.REF_SWITCHED_OFF,
          ReferenceRule.CRD_NOT_PROVIDED,
          ReferenceRule.CRD_TWICE,
          FluxRule.KUSTOMIZATION_TWICE,
          FluxRule.PROPS_INVALID,
          FluxRule.SOPS_INVALID,
          ObjectRule.EXEMPTION_STALE);

  // Broken by a file beside the homelab: SopsFileTest has its mistakes.
  private static final Rule OF_FILES = FluxRule.SOPS_INVALID;

  private final Resolution resolution = Resolver.resolve(new InfraAppsHomelab());
  private final List<Check> checks = Checks.of(resolution);
  private final Map<String, List<Rule>> families = Codes.families(checks);

  @Test
  void the_page_is_written_from_the_rules() throws IOException {
    var page = new Codes(Checks.run(resolution), MistakesTest.all()).page(families);
    var committed = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!page.equals(committed)) {
      Files.writeString(Files.createDirectories(Path.of("target")).resolve("CODES.md"), page);
    }
    assertThat(committed.lines().filter(line -> !page.contains(line + "\n")))
        .as("lines of CODES.md that are stale. Run: " + RENEW)
        .isEmpty();
    assertThat(page.lines().filter(line -> !committed.contains(line + "\n")))
        .as("lines that CODES.md lacks. Run: " + RENEW)
        .isEmpty();
    assertThat(page.equals(committed)).as("CODES.md has another order. Run: " + RENEW).isTrue();
  }

  @Test
  void codes_are_unique() {
    assertThat(rules()).extracting(Rule::code).doesNotHaveDuplicates();
  }

  @Test
  void every_rule_says_what_why_what_to_do_and_who_says_so() {
    assertThat(rules())
        .allSatisfy(
            rule ->
                assertThat(
                        List.of(
                            rule.about().what(),
                            rule.about().why(),
                            rule.about().fix(),
                            rule.about().source()))
                    .as(rule.code())
                    .noneMatch(String::isBlank)
                    .noneMatch(text -> text.endsWith(".")));
  }

  @Test
  void every_rule_has_a_check_that_declares_it() {
    var declared =
        checks.stream().flatMap(check -> check.rules().stream()).collect(Collectors.toSet());
    assertThat(rules())
        .filteredOn(rule -> !declared.contains(rule) && !OF_THE_ENGINE.contains(rule))
        .isEmpty();
    assertThat(declared).filteredOn(rule -> !rules().contains(rule)).isEmpty();
  }

  @Test
  void every_rule_has_a_mistake_that_breaks_it() {
    var broken = MistakesTest.all().stream().map(Mistake::rule).collect(Collectors.toSet());
    assertThat(rules()).filteredOn(rule -> !broken.contains(rule) && rule != OF_FILES).isEmpty();
  }

  private List<Rule> rules() {
    return families.values().stream().flatMap(List::stream).toList();
  }
}

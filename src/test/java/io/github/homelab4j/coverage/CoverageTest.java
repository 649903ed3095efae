package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.Settings;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.stacks.infraapps.InfraAppsPlan;
import io.github.homelab4j.stacks.k3spi.K3sPiPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that the document of a homelab says shows somewhere: in the output, in the plan or in
 * a test.
 */
class CoverageTest {
  private static final Map<String, HomelabPlan> PLANS =
      new TreeMap<>(Map.of("infra-apps", new InfraAppsPlan(), "k3s-pi", new K3sPiPlan()));

  static Stream<Coverage> all() {
    return PLANS.keySet().stream().map(CoverageTest::read);
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_fact_shows_where_it_is_said_to(Coverage coverage) {
    var evidence =
        new Evidence(Fleet.clusters(), PLANS.get(coverage.homelab()), Settings.sources());
    assertThat(coverage.facts()).isNotEmpty();
    assertThat(
            coverage
                .facts()
                .flatMap(
                    entry ->
                        evidence.problems(entry.getValue()).stream()
                            .map(
                                problem ->
                                    "%s: '%s': %s"
                                        .formatted(
                                            entry.getKey(), entry.getValue().fact(), problem))))
        .as("facts of %s without evidence that holds", coverage.homelab())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void prints_how_much_is_asserted(Coverage coverage) {
    var byKind =
        coverage
            .facts()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getValue().kind(), TreeMap::new, Collectors.counting()));
    var all = coverage.facts().count();
    var asserted = all - byKind.getOrDefault("prose", 0L) - byKind.getOrDefault("nothing", 0L);
    var numbers =
        coverage
            .facts()
            .filter(
                entry ->
                    entry.getValue().kind().equals("prose")
                        && !Tokens.of(entry.getValue().fact()).isEmpty())
            .count();
    System.out.printf(
        "%s: %d of %d facts asserted (%d %%): %s; %d of the prose name a number or a name%n",
        coverage.homelab(), asserted, all, 100 * asserted / all, byKind, numbers);
    assertThat(asserted).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_fact_of_the_catalogue_is_missing_and_none_is_invented(Coverage coverage)
      throws IOException {
    var folder = Settings.catalogue();
    Settings.assume(
        folder.isPresent(),
        "homelab4j.catalogue is not set: run mvn verify -Dhomelab4j.catalogue=<folder with %s.yaml>"
            .formatted(coverage.homelab()));
    var catalogue =
        catalogue(
            new YAMLMapper()
                .readTree(folder.orElseThrow().resolve(coverage.homelab() + ".yaml").toFile()));
    var covered = new TreeMap<String, List<String>>();
    coverage
        .entries()
        .forEach(
            (name, facts) -> covered.put(name, facts.stream().map(Coverage.Fact::fact).toList()));
    assertThat(covered.keySet())
        .as("entries of the catalogue")
        .containsExactlyInAnyOrderElementsOf(catalogue.keySet());
    assertThat(flat(covered))
        .as("facts of the catalogue")
        .containsExactlyInAnyOrderElementsOf(flat(catalogue).toList());
  }

  private static Map<String, List<String>> catalogue(JsonNode tree) {
    var entries = new TreeMap<String, List<String>>();
    for (var component : tree.path("components")) {
      entries.put(
          component.path("name").asText(),
          StreamSupport.stream(component.path("facts").spliterator(), false)
              .map(JsonNode::asText)
              .toList());
    }
    return entries;
  }

  private static Stream<String> flat(Map<String, List<String>> entries) {
    return entries.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(fact -> entry.getKey() + ": " + fact));
  }

  private static Coverage read(String homelab) {
    try (var in = CoverageTest.class.getResourceAsStream("/coverage/" + homelab + ".yaml")) {
      return Coverage.read(homelab, in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is found, named and located; without it there is nothing to find. */
class MistakesTest {
  private static final Path SOURCES =
      Path.of("../src/test/java/io/github/homelab4j/example/mistakes");

  /** All mistakes of all families. */
  static List<Mistake> all() {
    return Stream.of(
            ObjectMistakes.ALL,
            SecretMistakes.ALL,
            PlanMistakes.ALL,
            PlanOutputMistakes.ALL,
            ReferenceMistakes.ALL,
            FluxMistakes.ALL,
            ChangeMistakes.ALL,
            PodMistakes.ALL,
            PolicyMistakes.ALL,
            EntranceMistakes.ALL,
            HostMistakes.ALL,
            StartMistakes.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void the_sound_home_has_no_findings() {
    assertThat(findings(new SoundHome(), "house/shop")).isEmpty();
    assertThat(findings(Shelf.sound(), "house/shelf")).isEmpty();
  }

  @Test
  void the_sound_workshop_has_no_findings() {
    assertThat(findings(Workshop.sound(), "house/works")).isEmpty();
  }

  @Test
  void the_founded_home_has_no_findings() {
    assertThat(findings(StartMistakes.founded(), "house/shop")).isEmpty();
  }

  @Test
  void the_sound_entrance_has_no_findings() {
    for (var path : List.of("house/book", "house/pen")) {
      assertThat(findings(Entrance.sound(), path)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_mistake_is_found_and_nothing_else(Mistake mistake) throws IOException {
    var findings = counted(Found.of(mistake), mistake.path());
    assertThat(findings)
        .extracting(Finding::rule, Finding::path, Finding::message)
        .containsExactly(tuple(mistake.rule(), mistake.path(), mistake.message()));
    assertThat(source(findings.get(0).origin())).contains(mistake.line());
  }

  /** What is merely counted is looked at where the mistake is: charts have much of it. */
  static List<Finding> findings(Homelab homelab, String path) {
    return counted(Checks.run(Resolver.resolve(homelab)).findings(), path);
  }

  private static List<Finding> counted(List<Finding> findings, String path) {
    return findings.stream()
        .filter(finding -> finding.severity() != Severity.INFO || finding.path().equals(path))
        .toList();
  }

  private static String source(Origin origin) throws IOException {
    return Files.readAllLines(SOURCES.resolve(origin.file())).get(origin.line() - 1);
  }
}

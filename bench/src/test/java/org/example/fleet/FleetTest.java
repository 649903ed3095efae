package org.example.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.synth.Synthesizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {
  private static final int KIB = 1024;
  // How charts are reached, and who may ask: small by their nature.
  private static final Set<String> SMALL = Set.of("OCIRepository", "Service", "NetworkPolicy");

  @ParameterizedTest
  @ValueSource(ints = {4, 20, 22, 23, 43, 3000, 3001})
  void a_fleet_has_as_many_objects_as_it_is_asked_for(int objects) {
    assertThat(objects(new Fleet(objects, 0))).hasSize(objects);
  }

  @Test
  void a_fleet_of_fewer_objects_than_it_begins_with_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fleet(3, 0))
        .withMessage("a fleet of 3 objects is too small: ask for 4 at least");
  }

  @Test
  void clusters_hold_three_thousand_objects_at_most() {
    assertThat(new Fleet(3000, 0).clusters()).hasSize(1);
    assertThat(new Fleet(3001, 0).clusters()).hasSize(2);
  }

  @Test
  void objects_are_of_one_to_four_kibibytes() {
    var large = objects(new Fleet(1000, 0)).stream().filter(FleetTest::isLarge).toList();
    assertThat(large).hasSizeGreaterThan(750);
    assertThat(large)
        .filteredOn(object -> size(object) < KIB || size(object) > 4 * KIB)
        .extracting(object -> "%s: %s bytes".formatted(object.describe(), size(object)))
        .isEmpty();
  }

  @Test
  void objects_are_a_mix_of_releases_programs_settings_and_custom_resources() {
    var kinds =
        objects(new Fleet(1000, 0)).stream()
            .collect(Collectors.groupingBy(Emitted::kind, Collectors.counting()));
    assertThat(kinds)
        .containsOnlyKeys(
            "ConfigMap",
            "Deployment",
            "HelmRelease",
            "NetworkPolicy",
            "OCIRepository",
            "PodMonitor",
            "PrometheusRule",
            "Service");
    assertThat(kinds.get("ConfigMap")).isBetween(200L, 300L);
    assertThat(kinds.get("Deployment")).isBetween(200L, 300L);
    assertThat(kinds.get("HelmRelease")).isBetween(80L, 120L);
    assertThat(kinds.get("PodMonitor") + kinds.get("PrometheusRule")).isBetween(150L, 250L);
  }

  @Test
  void there_is_nothing_wrong_in_a_fleet() {
    assertThat(Synthesizer.synthesize(new Fleet(100, 0)).verdict().findings()).isEmpty();
  }

  @Test
  void two_fleets_of_a_size_are_the_same() {
    assertThat(texts(new Fleet(100, 0))).isEqualTo(texts(new Fleet(100, 0)));
  }

  @Test
  void another_revision_changes_one_object() {
    var before = texts(new Fleet(100, 0));
    var after = texts(new Fleet(100, 1));
    assertThat(after).hasSameSizeAs(before);
    after.removeAll(before);
    assertThat(after).singleElement().asString().contains("\"retries\":4");
  }

  @Test
  void words_do_not_depend_on_the_machine() {
    var words = new Words("fleet-1/app-1/2");
    assertThat(words.number(1, 1000)).isEqualTo(408);
    assertThat(words.words(3, " ")).isEqualTo("journal window backup");
  }

  private static int size(Emitted object) {
    return object.tree().toString().length();
  }

  private static boolean isLarge(Emitted object) {
    return !SMALL.contains(object.kind()) && !object.name().equals("prometheus-operator-crds");
  }

  private static List<Emitted> objects(Fleet fleet) {
    return Resolver.resolve(fleet).clusters().stream()
        .flatMap(cluster -> cluster.objects())
        .toList();
  }

  private static List<String> texts(Fleet fleet) {
    return objects(fleet).stream()
        .map(object -> object.tree().toString())
        .collect(Collectors.toList());
  }
}

package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.graph.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every value that reaches a chart is one that the chart reads. */
class ChartValuesTest {
  private static final String EVIDENCE = "[\\w.-]+/[\\w.-]+@[\\w./-]+:.+";

  private final ValuesExceptions exceptions = ValuesExceptions.read();
  private Path charts;

  @BeforeEach
  void needsCharts() {
    charts = Settings.chartValues();
  }

  @Test
  void every_chart_of_the_fleet_is_there_to_compare_with() {
    assertThat(releases()).as("releases of the fleet").isNotEmpty().allSatisfy(release -> assertThat(Chart.exists(charts, release.pin().key())).as("values.yaml of chart %s in %s", release.pin().key(), charts).isTrue());
  }

  @Test
  void every_key_of_every_release_is_a_key_of_its_chart() {
    var unlisted = exceptions.unlisted().stream().map(entry -> entry.chart() + " " + entry.path()).toList();
    var findings = new ArrayList<String>();
    for (var release : readable()) {
      var chart = release.chart(charts);
      ValuesCheck.unknownKeys(release.values(), chart).stream()
          .filter(path -> !unlisted.contains(release.pin().key() + " " + path) && passThrough(release, path).isEmpty())
          .forEach(path -> findings.add("%s: chart %s %s has no %s (compared with %s)".formatted(release, release.pin().key(), release.pin().version(), path, chart.version())));
    }
    assertThat(findings).as("keys that their chart does not have; keys that its templates read nevertheless go to values-exceptions.yaml with the evidence").isEmpty();
  }

  @Test
  void values_fit_the_schema_of_their_chart() {
    var findings = new ArrayList<String>();
    for (var release : readable()) {
      var chart = release.chart(charts);
      chart.schema().ifPresent(schema -> ValuesCheck.violations(schema, release.whole(chart), Set.of()).forEach(message -> findings.add("%s: %s".formatted(release, message))));
    }
    assertThat(findings).as("values that the schema of their chart refuses").isEmpty();
  }

  @Test
  void what_a_chart_passes_on_fits_the_custom_resource() {
    var findings = new ArrayList<String>();
    for (var release : readable()) {
      for (var entry : exceptions.passThrough()) {
        if (entry.chart().equals(release.pin().key())) {
          schema(entry)
              .ifPresent(
                  schema ->
                      // What the template adds is missing here, so nothing is asked for.
                      parts(release.whole(release.chart(charts)), List.of(entry.path().split("\\.")))
                          .forEach(part -> ValuesCheck.violations(schema, part, Set.of("required")).forEach(message -> findings.add("%s: %s: %s".formatted(release, entry.path(), message)))));
        }
      }
    }
    assertThat(findings).as("values that the custom resource they become does not have").isEmpty();
  }

  @Test
  void no_exception_is_stale() {
    var needed = new HashSet<String>();
    for (var release : readable()) {
      var unknown = ValuesCheck.unknownKeys(release.values(), release.chart(charts));
      unknown.forEach(path -> needed.add(release.pin().key() + " " + path));
      exceptions.passThrough().stream()
          .filter(entry -> entry.chart().equals(release.pin().key()) && parts(release.values(), List.of(entry.path().split("\\."))).findAny().isPresent())
          .forEach(entry -> needed.add(entry.chart() + " " + entry.path()));
    }
    assertThat(Stream.concat(exceptions.unlisted().stream().map(entry -> entry.chart() + " " + entry.path()), exceptions.passThrough().stream().map(entry -> entry.chart() + " " + entry.path())))
        .allSatisfy(entry -> assertThat(needed).as("values that need the entry '%s' of values-exceptions.yaml", entry).contains(entry));
    assertThat(Stream.concat(exceptions.unlisted().stream().map(entry -> entry.evidence()), exceptions.passThrough().stream().map(entry -> entry.evidence())))
        .allSatisfy(evidence -> assertThat(evidence).as("evidence, as owner/repo@tag:path").matches(EVIDENCE));
  }

  private Optional<ValuesExceptions.PassThrough> passThrough(Release release, String path) {
    return exceptions.passThrough().stream().filter(entry -> entry.chart().equals(release.pin().key()) && (path + ".").startsWith(entry.path() + ".")).findFirst();
  }

  // The CRDs' schemas are where kubeconform finds them; templates of addresses are left to kubeconform.
  private static Optional<JsonNode> schema(ValuesExceptions.PassThrough entry) {
    return Settings.schemaLocations().stream()
        .map(
            location ->
                location
                    .replace("{{.Group}}", entry.group())
                    .replace("{{.ResourceKind}}", entry.kind().toLowerCase(Locale.ROOT))
                    .replace("{{.ResourceAPIVersion}}", entry.version()))
        .filter(location -> !location.contains("{{") && !location.contains("://"))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .map(Chart::json)
        .map(schema -> schema.at("/properties" + entry.part().replaceAll("(?<=.)/", "/properties/")))
        .findFirst();
  }

  private static Stream<JsonNode> parts(JsonNode node, List<String> path) {
    if (path.isEmpty()) {
      return Stream.of(node);
    }
    var rest = path.subList(1, path.size());
    if (!path.get(0).endsWith("[]")) {
      var child = node.get(path.get(0));
      return child == null ? Stream.of() : parts(child, rest);
    }
    var items = new ArrayList<JsonNode>();
    node.path(path.get(0).substring(0, path.get(0).length() - 2)).forEach(items::add);
    return items.stream().flatMap(item -> parts(item, rest));
  }

  private List<Release> readable() {
    return releases().filter(release -> Chart.exists(charts, release.pin().key())).toList();
  }

  private static Stream<Release> releases() {
    return Fleet.clusters().stream().flatMap(cluster -> cluster.model().units().stream().flatMap(unit -> release(cluster, unit).stream()));
  }

  private static Optional<Release> release(FleetCluster cluster, Unit unit) {
    return unit.component()
        .filter(HelmComponent.class::isInstance)
        .map(HelmComponent.class::cast)
        .map(
            component -> {
              var release = unit.objects().filter(object -> object.kind().equals("HelmRelease") && object.name().equals(component.id())).findFirst().orElseThrow();
              var values = release.at("/spec/values");
              return new Release(cluster.id() + "/" + unit.name(), unit.source(), component.chart(), values.isMissingNode() ? JsonNodeFactory.instance.objectNode() : values, release.at("/spec/valuesFrom"));
            });
  }

  private record Release(String path, String construct, ChartPin pin, JsonNode values, JsonNode valuesFrom) {
    Chart chart(Path charts) {
      return Chart.read(charts, pin.key());
    }

    /** What Helm gets inside the cluster, with a word in place of each secret. */
    JsonNode whole(Chart chart) {
      var whole = ValuesCheck.merged(chart.values(), values);
      for (var from : valuesFrom) {
        var keys = from.path("targetPath").asText().split("(?<!\\\\)\\.");
        var node = (ObjectNode) whole;
        for (int i = 0; i < keys.length - 1; i++) {
          node = node.withObjectProperty(keys[i].replace("\\.", "."));
        }
        node.put(keys[keys.length - 1].replace("\\.", "."), "from-a-secret");
      }
      return whole;
    }

    @Override
    public String toString() {
      return "%s (%s)".formatted(path, construct);
    }
  }
}

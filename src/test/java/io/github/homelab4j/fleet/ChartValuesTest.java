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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every value that reaches a chart is one that the chart reads. */
class ChartValuesTest {
  private static final String EVIDENCE = "[\\w.-]+(/[\\w.-]+)+@[\\w./-]+:.+";

  private final ValuesExceptions exceptions = ValuesExceptions.read();
  private final Map<String, Chart> read = new HashMap<>();
  private Path charts;

  @BeforeEach
  void needsCharts() {
    charts = Settings.chartValues();
  }

  @Test
  void every_chart_of_the_fleet_is_there_to_compare_with() {
    assertThat(releases())
        .as("releases of the fleet")
        .isNotEmpty()
        .allSatisfy(
            release ->
                assertThat(Chart.exists(charts, release.pin().key()))
                    .as("values.yaml of chart %s in %s", release.pin().key(), charts)
                    .isTrue());
  }

  @Test
  void every_key_of_every_release_is_a_key_of_its_chart() {
    var findings = new ArrayList<String>();
    for (var release : readable()) {
      var chart = chart(release.pin().key());
      ValuesCheck.unknownKeys(release.all(), chart, exceptions.paths(release.pin().key(), chart))
          .forEach(
              path ->
                  findings.add(
                      "%s: chart %s %s has no %s (compared with %s)"
                          .formatted(
                              release,
                              release.pin().key(),
                              release.pin().version(),
                              path,
                              chart.version())));
    }
    assertThat(findings)
        .as(
            "keys that their chart does not have; keys that its templates read nevertheless go to"
                + " values-exceptions.yaml with the evidence")
        .isEmpty();
  }

  @Test
  void values_fit_the_schema_of_their_chart() {
    var findings = new ArrayList<String>();
    for (var release : readable()) {
      var chart = chart(release.pin().key());
      chart
          .schema()
          .ifPresent(
              schema ->
                  ValuesCheck.violations(schema, release.whole(chart), Set.of())
                      .forEach(message -> findings.add("%s: %s".formatted(release, message))));
    }
    assertThat(findings).as("values that the schema of their chart refuses").isEmpty();
  }

  @Test
  void what_a_chart_passes_on_fits_the_custom_resource() {
    assertThat(exceptions.passThrough().stream().flatMap(entry -> passedOn(entry, entry.ahead())))
        .as("values that the custom resource they become does not have")
        .isEmpty();
  }

  @Test
  void no_exception_is_stale() {
    for (var key :
        Stream.concat(
                exceptions.unlisted().stream().map(entry -> entry.chart()),
                exceptions.passThrough().stream().map(entry -> entry.chart()))
            .distinct()
            .toList()) {
      assertThat(releases(key))
          .as("releases of chart %s, which values-exceptions.yaml names", key)
          .isNotEmpty();
      var paths = exceptions.paths(key, chart(key));
      assertThat(paths)
          .allSatisfy(
              path ->
                  assertThat(releases(key))
                      .as(
                          "releases of chart %s that need the entry %s of values-exceptions.yaml",
                          key, path)
                      .anyMatch(release -> needs(release, paths, path)));
    }
    for (var entry : exceptions.passThrough()) {
      assertThat(hasDefinitions() ? entry.ahead() : List.<ValuesExceptions.Field>of())
          .allSatisfy(
              field ->
                  assertThat(
                          passedOn(
                              entry,
                              entry.ahead().stream()
                                  .filter(other -> !other.equals(field))
                                  .toList()))
                      .as("what the schema refuses without %s", field)
                      .isNotEmpty());
    }
    assertThat(exceptions.evidence())
        .allSatisfy(
            evidence ->
                assertThat(evidence).as("evidence, as owner/repo@tag:path").matches(EVIDENCE));
  }

  // What the schema finds wrong in what a chart passes on, but for fields that it is too old for.
  private Stream<String> passedOn(
      ValuesExceptions.PassThrough entry, List<ValuesExceptions.Field> ahead) {
    var schema = schema(entry);
    if (schema.isEmpty()) {
      return hasDefinitions()
          ? Stream.of(
              "no schema of %s in %s, for %s of chart %s"
                  .formatted(entry.kind(), entry.group(), entry.path(), entry.chart()))
          : Stream.of();
    }
    return releases(entry.chart()).stream()
        .flatMap(
            release ->
                parts(release.whole(chart(release.pin().key())), List.of(entry.path().split("\\.")))
                    .map(part -> without(part, ahead))
                    // What the template adds is missing here, so nothing is asked for.
                    .flatMap(
                        part ->
                            ValuesCheck.violations(schema.get(), part, Set.of("required")).stream())
                    .map(message -> "%s: %s: %s".formatted(release, entry.path(), message)));
  }

  private static JsonNode without(JsonNode part, List<ValuesExceptions.Field> ahead) {
    var rest = part.deepCopy();
    for (var each : ahead) {
      var slash = each.field().lastIndexOf('/');
      if (rest.at(each.field().substring(0, slash)) instanceof ObjectNode holder) {
        holder.remove(each.field().substring(slash + 1));
      }
    }
    return rest;
  }

  private Chart chart(String key) {
    return read.computeIfAbsent(key, name -> Chart.read(charts, name));
  }

  private List<Release> releases(String chart) {
    return readable().stream().filter(release -> release.pin().key().equals(chart)).toList();
  }

  // Without the entry, there is more that the chart does not have.
  private boolean needs(Release release, Set<String> paths, String path) {
    var others = new TreeSet<>(paths);
    others.remove(path);
    var chart = chart(release.pin().key());
    return ValuesCheck.unknownKeys(release.all(), chart, others).size()
            > ValuesCheck.unknownKeys(release.all(), chart, paths).size()
        || exceptions.passThrough().stream()
            .anyMatch(
                entry ->
                    entry.path().equals(path)
                        && parts(release.values(), List.of(path.split("\\.")))
                            .findAny()
                            .isPresent());
  }

  // The CRDs' schemas are where kubeconform finds them; templates of addresses are left to
  // kubeconform.
  private static Optional<JsonNode> schema(ValuesExceptions.PassThrough entry) {
    return Settings.kubeconform().schemaLocations().stream()
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
        .map(
            schema -> schema.at("/properties" + entry.part().replaceAll("(?<=.)/", "/properties/")))
        .findFirst();
  }

  private static boolean hasDefinitions() {
    return Settings.kubeconform().schemaLocations().stream()
        .anyMatch(location -> location.contains("{{.Group}}") && !location.contains("://"));
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
    return Fleet.clusters().stream()
        .flatMap(
            cluster ->
                cluster.model().units().stream().flatMap(unit -> release(cluster, unit).stream()));
  }

  private static Optional<Release> release(FleetCluster cluster, Unit unit) {
    return unit.component()
        .filter(HelmComponent.class::isInstance)
        .map(HelmComponent.class::cast)
        .map(
            component -> {
              var release =
                  unit.objects()
                      .filter(
                          object ->
                              object.kind().equals("HelmRelease")
                                  && object.name().equals(component.id()))
                      .findFirst()
                      .orElseThrow();
              var values = release.at("/spec/values");
              return new Release(
                  cluster.id() + "/" + unit.name(),
                  unit.source(),
                  component.chart(),
                  values.isMissingNode() ? JsonNodeFactory.instance.objectNode() : values,
                  release.at("/spec/valuesFrom"));
            });
  }

  private record Release(
      String path, String construct, ChartPin pin, JsonNode values, JsonNode valuesFrom) {
    /** Our values, with a word in place of each secret. */
    JsonNode all() {
      var all = (ObjectNode) values.deepCopy();
      for (var from : valuesFrom) {
        var keys = from.path("targetPath").asText().split("(?<!\\\\)\\.");
        var node = all;
        for (int i = 0; i < keys.length - 1; i++) {
          node = node.withObjectProperty(keys[i].replace("\\.", "."));
        }
        node.put(keys[keys.length - 1].replace("\\.", "."), "from-a-secret");
      }
      return all;
    }

    /** What Helm gets inside the cluster. */
    JsonNode whole(Chart chart) {
      return ValuesCheck.merged(chart.values(), all());
    }

    @Override
    public String toString() {
      return "%s (%s)".formatted(path, construct);
    }
  }
}

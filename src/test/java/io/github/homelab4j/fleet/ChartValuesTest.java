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
import java.util.Arrays;
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
    var findings = new ArrayList<String>();
    for (var release : readable()) {
      var chart = release.chart(charts);
      ValuesCheck.unknownKeys(release.values(), chart).stream()
          .filter(path -> !exceptions.cover(release.pin().key(), path))
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
                      parts(release.whole(release.chart(charts)), keys(entry.path()))
                          .forEach(part -> ValuesCheck.violations(schema, without(part, entry.ahead()), Set.of("required")).forEach(message -> findings.add("%s: %s: %s".formatted(release, entry.path(), message)))));
        }
      }
    }
    assertThat(findings).as("values that the custom resource they become does not have").isEmpty();
  }

  @Test
  void no_exception_is_stale() {
    var needed = new HashSet<String>();
    for (var release : readable()) {
      var chart = release.pin().key() + " ";
      // Without its subcharts, so that an entry is as good where they are at hand as where they are not.
      var unknown = ValuesCheck.unknownKeys(release.values(), release.chart(charts).alone());
      for (var name : exceptions.names().filter(name -> name.startsWith(chart)).toList()) {
        var path = name.substring(chart.length());
        var isUnlisted = unknown.stream().anyMatch(key -> (path + ".").startsWith(key + "."));
        var isMap = parts(release.values(), keys(path)).anyMatch(JsonNode::isObject);
        if (isUnlisted && parts(release.values(), keys(path)).findAny().isPresent() || isMap && !exceptions.isUnlisted(chart.trim(), path)) {
          needed.add(name);
        }
      }
    }
    assertThat(exceptions.names()).allSatisfy(name -> assertThat(needed).as("values that need the entry '%s' of values-exceptions.yaml", name).contains(name));
    assertThat(exceptions.names()).doesNotHaveDuplicates();
    assertThat(exceptions.evidence()).allSatisfy(evidence -> assertThat(evidence).as("evidence, as owner/repo@tag:path").matches(EVIDENCE));
  }

  private static JsonNode without(JsonNode part, List<ValuesExceptions.Field> ahead) {
    var rest = part.deepCopy();
    for (var each : ahead) {
      var slash = each.field().lastIndexOf('/');
      var removed = rest.at(each.field().substring(0, slash)) instanceof ObjectNode holder ? holder.remove(each.field().substring(slash + 1)) : null;
      assertThat(removed).as("field %s, which is said to be ahead of the published schema, of %s", each.field(), part).isNotNull();
    }
    return rest;
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

  private static List<String> keys(String path) {
    return Arrays.stream(path.split("(?<!\\\\)\\.")).map(key -> key.replace("\\.", ".")).toList();
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
        var path = keys(from.path("targetPath").asText());
        var node = (ObjectNode) whole;
        for (var key : path.subList(0, path.size() - 1)) {
          node = node.withObjectProperty(key);
        }
        node.put(path.get(path.size() - 1), "from-a-secret");
      }
      return whole;
    }

    @Override
    public String toString() {
      return "%s (%s)".formatted(path, construct);
    }
  }
}

package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesCheckTest {
  @TempDir private Path charts;

  @BeforeEach
  void two_charts() throws IOException {
    write("forge/Chart.yaml", "name: forge\nversion: 1.2.3\ndependencies: [{name: anvil, alias: iron}, {name: forge}]");
    write(
        "forge/values.yaml",
        """
        # Not a value: hidden
        common: &common
          image: {tag: a}
        web:
          <<: *common
          replicas: 1
          resources: {limits: {memory: 1Gi}}
          podLabels: {}
          secretName: ""
        iron: {enabled: true}
        """);
    write("forge/values.schema.json", "{\"$schema\": \"http://json-schema.org/schema#\", \"properties\": {\"web\": {\"properties\": {\"replicas\": {\"type\": \"integer\"}, \"far\": {\"$ref\": \"https://nowhere.example/x.json\"}}}}}");
    write("anvil/values.yaml", "weight: 3");
  }

  @Test
  void finds_misspelt_keys_by_their_path() {
    assertThat(unknown("web: {replica: 2, image: {tags: b}}\nhidden: 1")).containsExactlyInAnyOrder("web.replica", "web.image.tags", "hidden");
  }

  @Test
  void knows_keys_of_anchors_subcharts_and_free_form_maps() {
    assertThat(unknown("web: {image: {tag: b}, resources: {requests: {cpu: 1}}, podLabels: {a.b/c: d}}\niron: {weight: 4, enabled: false}")).isEmpty();
  }

  @Test
  void finds_misspelt_keys_of_subcharts() {
    assertThat(unknown("iron: {wait: 4}")).containsExactly("iron.wait");
  }

  @Test
  void finds_a_map_where_the_chart_has_a_text() {
    assertThat(unknown("web: {secretName: {name: a}}")).containsExactly("web.secretName (the chart has no map there)");
  }

  @Test
  void validates_the_defaults_with_the_values_over_them_without_a_network() throws IOException {
    var chart = Chart.read(charts, "forge");
    var wrong = ValuesCheck.merged(chart.values(), yaml("web: {replicas: two, far: 1}"));
    assertThat(ValuesCheck.violations(chart.schema().orElseThrow(), wrong, Set.of())).singleElement().asString().contains("replicas").contains("integer");
    assertThat(ValuesCheck.violations(chart.schema().orElseThrow(), ValuesCheck.merged(chart.values(), yaml("web: {podLabels: {a: b}}")), Set.of())).isEmpty();
  }

  private java.util.List<String> unknown(String values) {
    try {
      return ValuesCheck.unknownKeys(yaml(values), Chart.read(charts, "forge"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private JsonNode yaml(String text) throws IOException {
    return Chart.yaml(write("values.yaml", text));
  }

  private Path write(String path, String text) throws IOException {
    var file = charts.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

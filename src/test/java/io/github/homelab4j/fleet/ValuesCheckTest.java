package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesCheckTest {
  @TempDir private Path charts;

  @BeforeEach
  void two_charts() throws IOException {
    write(
        "forge/Chart.yaml",
        "name: forge\nversion: 1.2.3\ndependencies: [{name: anvil, alias: iron}, {name: forge}]");
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
          # serviceName: forge
          # resources of two kinds: many words are prose
          ## title: nor is this a key
          probe:
            # path: /
            seconds: 1
          # limits:
          #   cpu: 1
        #   memory: 2
          ports:
            - name: http
              number: 80
              # hostPort: 80
        script: |
          # inner: 1
          outer: 2
        # url: "https://a.example"
        # cache: {}
        iron: {enabled: true}
        """);
    write(
        "forge/values.schema.json",
        "{\"$schema\": \"http://json-schema.org/schema#\", \"properties\": {\"web\":"
            + " {\"properties\": {\"replicas\": {\"type\": \"integer\"}, \"far\": {\"$ref\":"
            + " \"https://nowhere.example/x.json\"}}}}}");
    write("anvil/values.yaml", "weight: 3");
  }

  @Test
  void finds_misspelt_keys_by_their_path() {
    assertThat(unknown("web: {replica: 2, image: {tags: b}}\nhidden: 1"))
        .containsExactlyInAnyOrder("web.replica", "web.image.tags", "hidden");
  }

  @Test
  void knows_keys_of_anchors_subcharts_and_free_form_maps() {
    assertThat(
            unknown(
                "web: {image: {tag: b}, resources: {requests: {cpu: 1}}, podLabels: {a.b/c: d}}\n"
                    + "iron: {weight: 4, enabled: false}"))
        .isEmpty();
  }

  @Test
  void finds_misspelt_keys_of_subcharts() {
    assertThat(unknown("iron: {wait: 4}")).containsExactly("iron.wait");
  }

  @Test
  void finds_a_map_where_the_chart_has_a_text() {
    assertThat(unknown("web: {secretName: {name: a}}"))
        .containsExactly("web.secretName (the chart has no map there)");
  }

  @Test
  void knows_keys_that_are_commented_out_where_they_would_stand() {
    assertThat(
            unknown(
                "url: a\n"
                    + "cache: {any: 1}\n"
                    + "web: {serviceName: a, probe: {path: /a}, limits: {cpu: 2}}"))
        .isEmpty();
  }

  @Test
  void does_not_know_commented_keys_anywhere_else() {
    assertThat(
            unknown(
                "serviceName: a\n"
                    + "limits: {cpu: 2}\n"
                    + "web: {path: a, cpu: 1, url: b, probe: {serviceName: a}, limits: {memory:"
                    + " 2}}"))
        .containsExactlyInAnyOrder(
            "serviceName",
            "limits",
            "web.path",
            "web.cpu",
            "web.url",
            "web.probe.serviceName",
            "web.limits.memory");
  }

  @Test
  void takes_neither_prose_nor_texts_for_keys() {
    assertThat(
            unknown(
                "kinds: a\n"
                    + "inner: 1\n"
                    + "outer: 2\n"
                    + "web: {title: a, kinds: b, hostPort: 1}\n"
                    + "script: {inner: 1}"))
        .containsExactlyInAnyOrder(
            "kinds",
            "inner",
            "outer",
            "web.title",
            "web.kinds",
            "web.hostPort",
            "script (the chart has no map there)");
  }

  @Test
  void compares_items_of_lists_with_the_items_of_the_chart() {
    assertThat(unknown("web: {ports: [{name: a, number: 1}, {nam: b}, {nam: c}]}"))
        .containsExactly("web.ports[].nam");
  }

  @Test
  void lets_pass_what_is_excepted_and_nothing_beside_it() {
    assertThat(unknown("web: {depth: {a: 1, b: 2}, width: 1}", "web.depth.a", "web.width"))
        .containsExactly("web.depth.b");
    assertThat(unknown("web: {ports: [{spec: {a: 1}, kind: b}]}", "web.ports[].spec"))
        .containsExactly("web.ports[].kind");
  }

  @Test
  void validates_the_defaults_with_the_values_over_them_without_a_network() throws IOException {
    var chart = Chart.read(charts, "forge");
    var wrong = ValuesCheck.merged(chart.values(), yaml("web: {replicas: two, far: 1}"));
    assertThat(ValuesCheck.violations(chart.schema().orElseThrow(), wrong, Set.of()))
        .singleElement()
        .asString()
        .contains("replicas")
        .contains("integer");
    assertThat(
            ValuesCheck.violations(
                chart.schema().orElseThrow(),
                ValuesCheck.merged(chart.values(), yaml("web: {podLabels: {a: b}}")),
                Set.of()))
        .isEmpty();
  }

  private List<String> unknown(String values, String... exceptions) {
    try {
      return ValuesCheck.unknownKeys(yaml(values), Chart.read(charts, "forge"), Set.of(exceptions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

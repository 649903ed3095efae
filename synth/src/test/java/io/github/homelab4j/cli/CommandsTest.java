package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.example.MetricsHomelab;
import io.github.homelab4j.example.SoundHomelab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @TempDir private Path folder;

  @Test
  void list_names_components_with_their_lines() {
    assertThat(run("list", "components")).isZero();
    assertThat(printed.toString())
        .contains("one/operator  platform  SoundHomelab.java:")
        .contains("one/workload");
  }

  @Test
  void list_as_json_can_be_parsed() throws JsonProcessingException {
    assertThat(run("list", "addresses", "--format", "json")).isZero();
    var rows = new ObjectMapper().readTree(printed.toString());
    assertThat(rows.findValuesAsText("name")).contains("192.0.2.11", "192.0.2.21");
  }

  @Test
  void constructs_are_found_on_the_class_path() {
    assertThat(run("list", "constructs")).isZero();
    assertThat(printed.toString())
        .contains("harbor ", "io.github.homelab4j.registry.Harbor", "https://goharbor.io");
  }

  @Test
  void explain_tells_where_a_component_comes_from() {
    assertThat(run("explain", "workload")).isZero();
    assertThat(printed.toString())
        .startsWith("component one/workload")
        .contains("SoundHomelab.java:")
        .contains("io.github.homelab4j.example.Workload")
        .containsPattern("applied after +operator");
  }

  @Test
  void explain_tells_the_value_of_a_field() {
    assertThat(run("explain", "Widget/workload-0:/spec/size")).isZero();
    assertThat(printed.toString())
        .startsWith("Widget apps/workload-0 of cluster one, /spec/size")
        .containsPattern("value +0")
        .containsPattern("said by +Workload, from its props and defaults");
  }

  @Test
  void explain_tells_which_line_patched_a_value_and_what_the_chart_says() throws IOException {
    Files.createDirectories(folder.resolve("metrics-server"));
    Files.writeString(folder.resolve("metrics-server/values.yaml"), "replicas: 1\nargs: []\n");
    assertThat(metrics("/spec/values/args")).isZero();
    assertThat(printed.toString())
        .containsPattern("value +\\[\"--v=2\"]")
        .containsPattern("said by +extraValues of the stack, MetricsHomelab.java:\\d+")
        .containsPattern("default of the chart +\\[]")
        .doesNotContain("setting of this name");
    assertThat(metrics("/spec/values/replicas")).isZero();
    assertThat(printed.toString())
        .containsPattern("said by +MetricsServer, from its props and defaults")
        .containsPattern("setting of this name +replicas = 2")
        .containsPattern("default of the chart +1");
  }

  private int metrics(String field) {
    return plain(
        "explain",
        "HelmRelease/metrics-server:" + field,
        "--charts",
        folder.toString(),
        "--homelab",
        MetricsHomelab.class.getName());
  }

  @Test
  void impact_of_a_machine_names_its_cluster() {
    assertThat(run("impact", "one-1")).isZero();
    assertThat(printed.toString())
        .startsWith("Without node one-1:")
        .containsPattern("1 +cluster one +stops +one of 1 control-plane machines");
  }

  @Test
  void a_name_that_nothing_has_is_answered_with_a_near_one() {
    assertThat(run("impact", "worklod")).isEqualTo(1);
    assertThat(complained.toString())
        .isEqualToNormalizingNewlines(
            "worklod is nothing of this homelab: did you mean component one/workload? homelab4j list shows all\n");
  }

  @Test
  void graph_draws_for_graphviz_and_for_github() {
    assertThat(run("graph", "--format", "dot")).isZero();
    assertThat(printed.toString())
        .startsWith("digraph homelab {")
        .contains("\"one\" -> \"one-1\";");
    assertThat(run("graph")).isZero();
    assertThat(printed.toString()).contains("graph LR\n");
  }

  @Test
  void check_tells_stale_files_from_fresh_ones() throws IOException {
    assertThat(run("synth", "--out", folder.toString())).isZero();
    assertThat(run("check", "--out", folder.toString())).isZero();
    var file = folder.resolve("one/apps/apps/workload/app/widget-workload-0.yaml");
    Files.writeString(file, Files.readString(file).replace("size: 0", "size: 7"));
    assertThat(run("check", "--out", folder.toString())).isEqualTo(1);
    assertThat(printed.toString())
        .contains("widget-workload-0.yaml")
        .contains("spec.size: 7 -> 0")
        .contains("mvn package && git add clusters");
  }

  @Test
  void check_writes_nothing() {
    assertThat(run("check", "--out", folder.toString())).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void init_refuses_a_folder_that_is_not_empty() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThat(plain("init", folder.toString())).isEqualTo(1);
    assertThat(complained.toString()).contains("is not empty: name a new folder");
    assertThat(folder.resolve("pom.xml")).doesNotExist();
  }

  private int run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--homelab", SoundHomelab.class.getName()));
    return plain(all.toArray(String[]::new));
  }

  private int plain(String... arguments) {
    return Main.line(new PrintWriter(printed, true), new PrintWriter(complained, true))
        .execute(arguments);
  }
}

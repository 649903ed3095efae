package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.example.MachineHomelab;
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

  @Test
  void explain_tells_what_runs_on_a_machine_and_what_it_writes() {
    assertThat(machines("explain", "shares")).isZero();
    assertThat(printed.toString())
        .startsWith("component one/shares")
        .containsPattern("composed at +MachineHomelab.java:")
        .containsPattern("machine +nas")
        .containsPattern("file +hosts/nas/etc/exports.d/homelab.exports \\(NFS exports\\)")
        .containsPattern("needs +host nas: runs on it")
        .doesNotContain("namespace", "Kustomization");
  }

  @Test
  void explain_tells_of_a_machine_what_the_plan_says() {
    assertThat(machines("explain", "nas")).isZero();
    assertThat(printed.toString())
        .startsWith("host nas")
        .containsPattern("purpose +Holds files.")
        .containsPattern("address +192.0.2.30")
        .containsPattern("serves +nfs at TCP port 2049, folders")
        .containsPattern("declared at +MachineHomelab.java:");
  }

  @Test
  void explain_finds_an_address_in_files_of_machines() {
    assertThat(machines("explain", "192.0.2.11")).isZero();
    assertThat(printed.toString())
        .startsWith("address 192.0.2.11")
        .containsPattern(
            "stands in +hosts/nas/etc/exports.d/homelab.exports:2 \\(component one/shares\\)");
    printed.getBuffer().setLength(0);
    // Nothing of the plan.
    assertThat(machines("explain", "192.0.2.99")).isZero();
    assertThat(printed.toString()).startsWith("192.0.2.99 in files of machines");
    assertThat(machines("explain", "192.0.2.98")).isEqualTo(1);
  }

  @Test
  void explain_tells_which_component_writes_a_file() {
    var told = "file hosts/nas/etc/exports.d/homelab.exports of cluster one";
    for (var name :
        List.of("hosts/nas/etc/exports.d/homelab.exports", "/etc/exports.d/homelab.exports")) {
      printed.getBuffer().setLength(0);
      assertThat(machines("explain", name)).isZero();
      assertThat(printed.toString())
          .startsWith(told)
          .containsPattern("component +one/shares")
          .containsPattern("kind +NFS exports, read by exportfs");
    }
    assertThat(machines("explain", "/etc/exports")).isEqualTo(1);
  }

  @Test
  void list_has_what_runs_on_machines_and_their_addresses() {
    assertThat(machines("list", "components")).isZero();
    assertThat(printed.toString()).containsPattern("one/shares +on nas +MachineHomelab.java:");
    printed.getBuffer().setLength(0);
    assertThat(machines("list", "addresses")).isZero();
    assertThat(printed.toString()).containsPattern("192.0.2.30 +outside +nas");
  }

  private int machines(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--homelab", MachineHomelab.class.getName()));
    return plain(all.toArray(String[]::new));
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

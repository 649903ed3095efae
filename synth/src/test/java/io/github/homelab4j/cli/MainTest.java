package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.example.BrokenHomelab;
import io.github.homelab4j.example.SoundHomelab;
import io.github.homelab4j.example.WaryHomelab;
import io.github.homelab4j.example.WrongHomelab;
import io.github.homelab4j.write.TreeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void synth_writes_each_cluster_and_says_how_much() {
    assertThat(synth(SoundHomelab.class.getName())).isZero();
    assertThat(folder.resolve("one/apps/apps/workload/app/widget-workload-0.yaml")).isRegularFile();
    assertThat(text(printed)).startsWith("one: 2 components, 6 objects, ");
    printed.reset();
    assertThat(synth(SoundHomelab.class.getName(), "--timings")).isZero();
    assertThat(text(printed)).contains(", 0 changed").containsPattern("jsii calls +\\d+");
  }

  @Test
  void nothing_is_written_when_something_is_wrong() {
    assertThat(synth(BrokenHomelab.class.getName())).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
    assertThat(text(complained)).startsWith("CRD_NOT_PROVIDED one/workload (BrokenHomelab.java:");
    assertThat(text(printed)).isEqualToNormalizingNewlines("1 error\nNothing was written.\n");
  }

  @Test
  void what_stands_stays_untouched_when_something_is_wrong() throws IOException {
    assertThat(synth(SoundHomelab.class.getName())).isZero();
    var before = contents();
    assertThat(synth(BrokenHomelab.class.getName())).isEqualTo(1);
    assertThat(contents()).isEqualTo(before).hasSizeGreaterThan(10);
  }

  @Test
  void warnings_stop_nothing_and_are_printed_counted_and_kept() throws IOException {
    assertThat(synth(WaryHomelab.class.getName())).isZero();
    assertThat(text(complained).lines())
        .hasSize(2)
        .first()
        .asString()
        .matches(
            "warning: OWN_QUIET one/another \\(WaryHomelab.java:\\d+\\): ConfigMap apps/another is there: remove it");
    assertThat(text(printed).lines()).last().isEqualTo("2 warnings, 2 hints");
    var inventory = new ObjectMapper().readTree(folder.resolve("one/inventory.json").toFile());
    var component = inventory.at("/components/0");
    assertThat(component.at("/warnings/0").asText())
        .isEqualTo("OWN_QUIET: ConfigMap apps/another is there: remove it");
    assertThat(component.at("/hints").asInt()).isEqualTo(1);
  }

  @Test
  void a_homelab_without_findings_says_so() throws IOException {
    assertThat(synth(SoundHomelab.class.getName())).isZero();
    assertThat(text(complained)).isEmpty();
    assertThat(text(printed).lines()).last().isEqualTo("no findings");
    assertThat(folder.resolve("one/inventory.json")).content().doesNotContain("warnings", "hints");
  }

  @Test
  void an_edited_file_stops_the_run_until_it_is_adopted() throws IOException {
    assertThat(synth(SoundHomelab.class.getName())).isZero();
    var edited = folder.resolve("one/README.md");
    var before = Files.readString(edited);
    Files.writeString(edited, "edited");
    printed.reset();
    assertThat(synth(SoundHomelab.class.getName())).isEqualTo(1);
    assertThat(text(complained)).contains("  one/README.md\n").contains("synth --adopt");
    assertThat(text(printed)).isEqualTo("Nothing was written." + System.lineSeparator());
    assertThat(synth(SoundHomelab.class.getName(), "--adopt")).isZero();
    assertThat(text(printed)).contains(", 1 changed");
    assertThat(edited).content().isEqualTo(before);
  }

  @Test
  void a_run_beside_another_ends_at_once_and_names_it() {
    try (var other = TreeWriter.open(folder)) {
      assertThat(synth(BrokenHomelab.class.getName())).isEqualTo(1);
      assertThat(text(complained))
          .startsWith("another run (process " + ProcessHandle.current().pid() + ") is writing to ");
      assertThat(other.recovered()).isFalse();
    }
  }

  @Test
  void two_homelabs_with_a_cluster_of_one_name_are_not_written() {
    var sound = SoundHomelab.class.getName();
    assertThat(synth(sound, "--homelab", sound)).isEqualTo(1);
    assertThat(text(complained)).startsWith("two homelabs of this run have a cluster one");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void settings_that_are_wrong_are_all_told_with_their_lines_and_nothing_is_written() {
    assertThat(synth(WrongHomelab.class.getName())).isEqualTo(1);
    assertThat(text(complained).lines())
        .hasSize(3)
        .allMatch(
            line -> line.matches("PROPS_INVALID WrongHomelab \\(WrongHomelab.java:\\d+\\): .*"));
    assertThat(text(complained))
        .contains("'10 GB' is not a quantity")
        .contains("70000 is not a port")
        .contains("cluster one has a component 'twin' already (WrongHomelab.java:");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_class_that_is_no_homelab_and_a_wrong_option_are_told_apart() {
    assertThat(synth("org.example.Nothing")).isEqualTo(1);
    assertThat(text(complained)).contains("org.example.Nothing is not a homelab");
    assertThat(Main.run(new String[] {"synth", "--nonsense"})).isEqualTo(2);
  }

  private int synth(String homelab, String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of("synth", "--homelab", homelab, "--out", folder.toString()));
    arguments.addAll(java.util.List.of(more));
    return Main.run(arguments.toArray(String[]::new));
  }

  private Map<Path, String> contents() throws IOException {
    var contents = new TreeMap<Path, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readString(file) + Files.getLastModifiedTime(file));
      }
    }
    return contents;
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}

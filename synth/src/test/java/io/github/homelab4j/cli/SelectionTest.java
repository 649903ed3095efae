package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.render.LockFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over some clusters. */
class SelectionTest {
  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @TempDir private Path folder;

  @Test
  void only_named_clusters_are_written() {
    assertThat(synth("two")).isZero();
    assertThat(folder.resolve("two/README.md")).isRegularFile();
    assertThat(folder.resolve("one")).doesNotExist();
    assertThat(printed.toString())
        .containsPattern("two: 0 components, 0 objects, \\d+ files, \\d+ changed; \\d+\\.\\d s\\R")
        .doesNotContain("one:");
  }

  @Test
  void the_page_of_all_clusters_is_left_to_a_run_over_all() throws IOException {
    assertThat(synth("two")).isZero();
    assertThat(folder.resolve("README.md")).doesNotExist();
    assertThat(synth()).isZero();
    var page = folder.resolve("README.md");
    var before = Files.readString(page) + Files.getLastModifiedTime(page);
    var other = folder.resolve("one/files.sha256");
    var untouched = Files.readString(other) + Files.getLastModifiedTime(other);
    assertThat(synth("two")).isZero();
    assertThat(Files.readString(page) + Files.getLastModifiedTime(page)).isEqualTo(before);
    assertThat(Files.readString(other) + Files.getLastModifiedTime(other)).isEqualTo(untouched);
  }

  @Test
  void all_clusters_by_name_are_a_run_over_all() {
    assertThat(synth("two", "one")).isZero();
    assertThat(folder.resolve("README.md")).isRegularFile();
    assertThat(printed.toString())
        .containsPattern("one: [^;\\n]+\\Rtwo: [^;\\n]+\\R2 clusters: [^;\\n]+; \\d+\\.\\d s\\R");
  }

  @Test
  void an_unknown_cluster_is_answered_with_those_there_are() {
    assertThat(synth("tow")).isEqualTo(2);
    assertThat(complained.toString())
        .isEqualToNormalizingNewlines("there is no cluster tow: there are one, two\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_lock_keeps_the_pools_of_other_clusters() {
    assertThat(
            LockFile.merged(
                "# Old.\nlan:\n  gone: 192.0.2.1\nthere:\n  git: 192.0.2.7\n",
                "# New.\nlan:\n  web: 192.0.2.2\nthere:\n  git: 192.0.2.8\n",
                Set.of("lan")))
        .isEqualTo("# New.\nlan:\n  web: \"192.0.2.2\"\nthere:\n  git: \"192.0.2.7\"\n");
  }

  @Test
  void no_thread_is_too_few() {
    assertThat(synth("--jobs", "0")).isEqualTo(2);
    assertThat(complained.toString())
        .isEqualToNormalizingNewlines("--jobs is 0: give at least 1\n");
    assertThat(synth("--jobs", "1")).isZero();
  }

  private int synth(String... more) {
    var arguments = new ArrayList<>(List.of("synth"));
    arguments.addAll(List.of(more));
    arguments.addAll(
        List.of("--homelab", ExampleHomelab.class.getName(), "--out", folder.toString()));
    return Main.line(new PrintWriter(printed, true), new PrintWriter(complained, true))
        .execute(arguments.toArray(String[]::new));
  }
}

package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.SoundHomelab;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** What differs from a commit. */
class DiffCommandTest {
  private static final String FILE = "one/apps/apps/workload/app/widget-workload-0.yaml";

  private final StringWriter printed = new StringWriter();
  private final StringWriter complained = new StringWriter();

  @TempDir private Path repository;
  private Path clusters;

  @BeforeEach
  void make() {
    clusters = repository.resolve("clusters");
    assertThat(run(Ansi.OFF, "synth")).isZero();
  }

  @Test
  void a_folder_outside_git_is_told_with_the_way_out() {
    assertThat(run(Ansi.OFF, "diff")).isEqualTo(2);
    assertThat(complained.toString())
        .isEqualToNormalizingNewlines(
            "%s is in no Git repository: run git init and commit there, or name a folder of one with --out\n"
                .formatted(clusters));
  }

  @Test
  void a_commit_that_is_not_there_is_told() throws Exception {
    commit();
    assertThat(run(Ansi.OFF, "diff", "--against", "nothing")).isEqualTo(2);
    assertThat(complained.toString())
        .startsWith("nothing is no commit of the Git repository of " + clusters)
        .containsOnlyOnce("\n");
  }

  @Test
  void signs_are_coloured_on_a_terminal_only() throws Exception {
    var file = clusters.resolve(FILE);
    Files.writeString(file, Files.readString(file).replace("size: 0", "size: 7"));
    commit();
    printed.getBuffer().setLength(0);
    assertThat(run(Ansi.OFF, "diff")).isZero();
    assertThat(printed.toString())
        .contains("    ~ Widget apps/workload-0\n        spec.size: 7 -> 0\n")
        .doesNotContain("\u001b");
    assertThat(run(Ansi.ON, "diff")).isZero();
    assertThat(printed.toString()).contains("\u001b[33m    ~ Widget apps/workload-0\u001b[");
    var output = repository.resolve("diff.txt");
    assertThat(run(Ansi.ON, "diff", "--output", output.toString())).isZero();
    assertThat(output).content().contains("~ Widget").doesNotContain("\u001b");
    printed.getBuffer().setLength(0);
    assertThat(run(Ansi.ON, "diff", "--format", "markdown")).isZero();
    assertThat(printed.toString()).contains("# Widget").doesNotContain("\u001b");
  }

  private int run(Ansi ansi, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--homelab", SoundHomelab.class.getName(), "--out", clusters.toString()));
    return Main.line(new PrintWriter(printed, true), new PrintWriter(complained, true))
        .setColorScheme(Help.defaultColorScheme(ansi))
        .execute(all.toArray(String[]::new));
  }

  private void commit() throws IOException, InterruptedException {
    git("init", "-q", "-b", "main");
    git("add", "-f", ".");
    git("-c", "user.name=me", "-c", "user.email=me@example.org", "commit", "-q", "-m", "Begin");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}

package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.SoundHomelab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the command line, and what it keeps for later runs. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final Path SCRIPT = Path.of("homelab4j").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void later_runs_map_the_classes_of_the_first_whole_run() throws Exception {
    assertThat(run(Map.of(), "--version")).startsWith("0 homelab4j ");
    assertThat(kept()).isEmpty();
    assertThat(run(Map.of(), synth())).startsWith("0 ");
    assertThat(kept()).singleElement().asString().endsWith(".jsa");
    var loaded = folder.resolve("loaded");
    assertThat(run(Map.of("HOMELAB4J_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded), synth()))
        .startsWith("0 ");
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains("homelab4j.core.Homelab source: shared objects file"));
  }

  @Test
  void a_run_that_fails_keeps_nothing() throws Exception {
    assertThat(run(Map.of(), "check", "--homelab", "no.such.Homelab")).startsWith("1 ");
    assertThat(kept()).isEmpty();
  }

  @Test
  void where_nothing_can_be_kept_it_runs_all_the_same() throws Exception {
    assertThat(run(Map.of("XDG_CACHE_HOME", SCRIPT.toString()), synth())).startsWith("0 ");
  }

  @Test
  void it_is_found_through_a_link_and_says_what_is_missing_beside_a_copy() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT);
    assertThat(run(link, Map.of(), "--version")).startsWith("0 homelab4j ");
    var copy = Files.copy(SCRIPT, folder.resolve("copy"));
    assertThat(run(copy, Map.of(), "--version"))
        .isEqualTo(
            "3 %s has no homelab4j-synth-…-cli.jar: run mvn package, or put this file beside the jar\n"
                .formatted(folder.toRealPath()));
  }

  private String[] synth() {
    return new String[] {
      "synth",
      "--homelab",
      SoundHomelab.class.getName(),
      "--classes",
      "target/test-classes",
      "--out",
      folder.resolve("clusters").toString()
    };
  }

  private List<Path> kept() throws IOException {
    var cache = folder.resolve("cache/homelab4j");
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (var files = Files.list(cache)) {
      return files.toList();
    }
  }

  private String run(Map<String, String> environment, String... arguments) throws Exception {
    return run(SCRIPT, environment, arguments);
  }

  // The exit code, a blank, and what was printed.
  private String run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }
}

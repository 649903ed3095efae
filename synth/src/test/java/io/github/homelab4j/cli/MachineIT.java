package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.SoundHomelab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is said on a machine that lacks something, in processes of their own. */
@DisabledOnOs(OS.WINDOWS)
class MachineIT {
  @TempDir private Path folder;

  @Test
  void a_machine_without_node_is_told_what_to_install() throws Exception {
    assertThat(synth())
        .isEqualTo(
            new Run(
                2,
                "Node.js is not on the PATH, and cdk8s runs on it: install version 22 or newer\n"));
  }

  @Test
  void a_node_that_is_too_old_is_told_with_its_version() throws Exception {
    node("if [ \"$1\" = --version ]; then echo v18.19.1; exit 0; fi; exit 1");
    assertThat(synth())
        .isEqualTo(
            new Run(
                2,
                "Node.js v18.19.1 is too old, and cdk8s runs on it: install version 22 or newer\n"));
  }

  @Test
  void a_node_that_is_new_and_broken_is_not_called_old() throws Exception {
    node("if [ \"$1\" = --version ]; then echo v22.1.0; exit 0; fi; exit 1");
    var run = synth();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.text()).startsWith("homelab4j failed: ").containsOnlyOnce("\n");
  }

  @Test
  void a_java_that_is_too_old_is_told_with_its_version() throws Exception {
    assertThat(Launcher.complaint("1.8"))
        .isEqualTo("homelab4j needs Java 17, and this is Java 1.8: install 17 or newer");
    assertThat(Launcher.complaint("17")).isEmpty();
    assertThat(run(Launcher.class.getName(), "--help").exit()).isZero();
    try (var launcher = Launcher.class.getResourceAsStream("Launcher.class")) {
      // The major version of class files that Java 8 reads.
      assertThat(launcher.readNBytes(8)[7]).isEqualTo((byte) 52);
    }
  }

  private void node(String script) throws IOException {
    var node = folder.resolve("node");
    Files.writeString(node, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run synth() throws IOException, InterruptedException {
    return run(
        Main.class.getName(),
        "synth",
        "--homelab",
        SoundHomelab.class.getName(),
        "--out",
        folder.resolve("clusters").toString());
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", folder.toString());
    builder.environment().remove("JSII_NODE");
    builder.environment().remove("HOMELAB4J_TRACE");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }

  /**
   * A process that has ended.
   *
   * @param exit its exit code
   * @param text what it printed
   */
  record Run(int exit, String text) {}
}

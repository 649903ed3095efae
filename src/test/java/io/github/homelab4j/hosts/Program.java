package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that judges files.
 *
 * @param name what it is called
 * @param install the command that installs it
 */
public record Program(String name, String install) {
  private static final int TIMEOUT_SECONDS = 120;
  // Where programs of root are, which are not on everybody's path.
  private static final List<String> OF_ROOT = List.of("/usr/sbin", "/sbin");

  /** A program of Debian's packages. */
  static Program debian(String name, String pack) {
    return new Program(name, "apt-get install -y --no-install-recommends " + pack);
  }

  /** Where it is; skips the test where it is not installed, or fails it where it must be. */
  public Path require() {
    var missing = "%s is not installed: run %s".formatted(name, install);
    if (Settings.hostsRequired()) {
      assertThat(path()).as(missing).isPresent();
    } else {
      Settings.assume(path().isPresent(), missing);
    }
    return path().orElseThrow();
  }

  /** Where it is; nowhere when it is not installed. */
  Optional<Path> path() {
    return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), OF_ROOT.stream())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * What it ended with, and what it said.
   *
   * @param exit its exit code
   * @param text what it printed, on either output
   */
  record Answer(int exit, String text) {
    /** The lines that it printed when it refused; nothing when it was content. */
    List<String> refusal() {
      return exit == 0
          ? List.of()
          : text.isBlank() ? List.of("exit code " + exit) : text.lines().toList();
    }
  }

  /** Runs it in a folder, whatever the machine's language. */
  Answer run(Path folder, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(path().orElseThrow().toString()));
    command.addAll(List.of(arguments));
    var output = Files.createTempFile("homelab4j-", ".txt");
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("%s did not end within %s s".formatted(command, TIMEOUT_SECONDS));
      }
      return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }
}

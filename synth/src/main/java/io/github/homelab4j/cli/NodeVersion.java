package io.github.homelab4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Node.js that jsii runs on; asked for only when jsii did not start. */
final class NodeVersion {
  private static final int OLDEST = 20;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

  private NodeVersion() {}

  /** What to do about a program that is too old; nothing when it is not, or does not say. */
  static Optional<String> complaint(String program) {
    try {
      var process =
          new ProcessBuilder(program, "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var version = VERSION.matcher(said);
      return version.matches() && Integer.parseInt(version.group(1)) < OLDEST
          ? Optional.of(
              "Node.js %s is too old, and cdk8s runs on it: install version 22 or newer"
                  .formatted(said.strip()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

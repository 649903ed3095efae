package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.diff.GitException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said when a command fails, and its exit code. */
final class Failures {
  /** There are findings. */
  static final int FINDINGS = 1;

  /** The command was called wrongly, or lacks something of its machine. */
  static final int USAGE = 2;

  /** The tool itself failed. */
  static final int INTERNAL = 3;

  private Failures() {}

  /** The exit code of what was written nowhere: a permission is a matter of the machine. */
  static int code(RuntimeException unwritten) {
    return unwritten.getCause() instanceof AccessDeniedException ? USAGE : FINDINGS;
  }

  /** Says what went wrong, in one line where one is enough. */
  static int say(PrintWriter err, Throwable error) {
    // What a homelab holds in static fields is checked while its class is loaded.
    if (error instanceof ExceptionInInitializerError wrapped && wrapped.getCause() != null) {
      return say(err, wrapped.getCause());
    }
    if (error instanceof InvalidPropsException || error instanceof SynthesisException) {
      err.println(error.getMessage());
      return FINDINGS;
    }
    var cure = cure(error);
    if (cure.isPresent()) {
      err.println(cure.get());
      return USAGE;
    }
    err.println(
        "homelab4j failed: %s: this is a mistake of homelab4j; HOMELAB4J_TRACE=1 shows where"
            .formatted(firstLine(error)));
    if (System.getenv("HOMELAB4J_TRACE") != null) {
      error.printStackTrace(err);
    }
    return INTERNAL;
  }

  private static Optional<String> cure(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> known(cause).stream())
        .findFirst();
  }

  private static Optional<String> known(Throwable cause) {
    var message = String.valueOf(cause.getMessage());
    if (message.contains("Cannot run program \"node\"")) {
      return Optional.of(
          "Node.js is not on the PATH, and cdk8s runs on it: install version 22 or newer");
    }
    if (cause.getClass().getName().startsWith("software.amazon.jsii.")) {
      return NodeVersion.complaint(System.getenv().getOrDefault("JSII_NODE", "node"));
    }
    if (cause instanceof UsageException || cause instanceof GitException) {
      return Optional.of(message);
    }
    if (cause instanceof AccessDeniedException denied) {
      return Optional.of(
          "%s cannot be written: give yourself the right to, or name another folder"
              .formatted(denied.getFile()));
    }
    return cause instanceof UnsupportedClassVersionError
        ? Optional.of(
            "Java %s is too old for a class (%s): run with the Java that it was compiled for, 17 or newer"
                .formatted(System.getProperty("java.version"), message))
        : Optional.empty();
  }

  private static String firstLine(Throwable error) {
    return String.valueOf(error.getMessage())
        .lines()
        .findFirst()
        .orElse(error.getClass().getSimpleName());
  }
}

package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code homelab4j}: exit code 0 when all is well, 1 with findings, 2 on wrong usage, 3 when the
 * tool itself fails.
 */
@Command(
    name = "homelab4j",
    description = "Synthesizes homelabs written in Java into manifests for Flux.",
    subcommands = {
      SynthCommand.class,
      CheckCommand.class,
      ValidateCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      ImpactCommand.class,
      GraphCommand.class,
      ListCommand.class,
      InitCommand.class
    },
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command; the Maven plugin calls this one. */
  public static int run(String[] args) {
    var line = new CommandLine(new Main());
    line.setExecutionExceptionHandler((error, command, parsed) -> fail(command.getErr(), error));
    return line.execute(args);
  }

  private static int fail(PrintWriter err, Exception error) {
    if (error instanceof InvalidPropsException) {
      err.println(error.getMessage());
      return 1;
    }
    err.println(
        "homelab4j failed: "
            + String.valueOf(error.getMessage())
                .lines()
                .findFirst()
                .orElse(error.getClass().getSimpleName()));
    if (System.getenv("HOMELAB4J_TRACE") != null) {
      error.printStackTrace(err);
    }
    return 3;
  }
}

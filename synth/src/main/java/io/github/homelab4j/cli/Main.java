package io.github.homelab4j.cli;

import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
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
      WatchCommand.class,
      CheckCommand.class,
      ValidateCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      ImpactCommand.class,
      GraphCommand.class,
      ListCommand.class,
      InitCommand.class,
      GenerateCompletion.class
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command; the Maven plugin calls this one. */
  public static int run(String[] args) {
    var err = new PrintWriter(System.err, true);
    try {
      return line(new PrintWriter(System.out, true), err).execute(args);
    } catch (LinkageError e) {
      // Classes that are missing, too new, or refuse to be loaded are the user's, not ours.
      return Failures.say(err, e);
    }
  }

  static CommandLine line(PrintWriter out, PrintWriter err) {
    var line = new CommandLine(new Main());
    if (System.getenv("CI") != null) {
      line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return line.setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((error, command, parsed) -> Failures.say(err, error));
  }

  /** The version of the jar that this runs from. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"homelab4j " + (version == null ? "from its sources" : version)};
    }
  }
}

package io.github.homelab4j.cli;

import io.github.homelab4j.core.Cdk8sRuntime;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true)
public final class Main {
  // In the order of the help.
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("synth", SynthCommand::new);
    COMMANDS.put("watch", WatchCommand::new);
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("validate", ValidateCommand::new);
    COMMANDS.put("diff", DiffCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("impact", ImpactCommand::new);
    COMMANDS.put("graph", GraphCommand::new);
    COMMANDS.put("list", ListCommand::new);
    COMMANDS.put("init", InitCommand::new);
  }

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code = run(args);
    if (code == 0) {
      Cdk8sRuntime.leave();
    }
    System.exit(code);
  }

  /** Runs a command; the Maven plugin calls this one. */
  public static int run(String[] args) {
    var err = new PrintWriter(System.err, true);
    try {
      // Node.js starts while Java reads the arguments and the user's classes.
      if (Arrays.stream(args).anyMatch(argument -> argument.startsWith("--homelab"))) {
        Cdk8sRuntime.start(WarmUp.steps());
      }
      return line(new PrintWriter(System.out, true), err, args).execute(args);
    } catch (LinkageError e) {
      // Classes that are missing, too new, or refuse to be loaded are the user's, not ours.
      return Failures.say(err, e);
    }
  }

  /** The command line with all commands. */
  static CommandLine line(PrintWriter out, PrintWriter err) {
    var line = new CommandLine(new Main());
    COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return prepared(line.addSubcommand(new GenerateCompletion()), out, err);
  }

  // Reading the annotations of all commands takes longer than some of them do: where the first
  // argument names one, the others are not needed.
  private static CommandLine line(PrintWriter out, PrintWriter err, String[] args) {
    var command = args.length == 0 ? null : COMMANDS.get(args[0]);
    return command == null
        ? line(out, err)
        : prepared(new CommandLine(new Main()).addSubcommand(args[0], command.get()), out, err);
  }

  private static CommandLine prepared(CommandLine line, PrintWriter out, PrintWriter err) {
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

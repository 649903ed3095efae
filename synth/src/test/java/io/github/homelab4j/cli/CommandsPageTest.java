package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code docs/commands.md} says what the commands themselves say. */
class CommandsPageTest {
  static final Path PAGE = Path.of("..", "docs", "commands.md");
  private static final Path GOALS =
      Path.of("maven-plugin", "src", "main", "java", "io", "github", "homelab4j", "maven");
  private static final PrintWriter NOWHERE = new PrintWriter(PrintWriter.nullWriter());

  static List<CommandLine> commands() {
    return List.copyOf(Main.line(NOWHERE, NOWHERE).getSubcommands().values());
  }

  @Test
  void each_command_has_its_section() throws IOException {
    assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("## ")))
        .containsAll(commands().stream().map(command -> "## " + command.getCommandName()).toList());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_section_has_what_the_command_says_of_itself(CommandLine command) throws IOException {
    var section = section(command.getCommandName());
    var said = command.getCommandSpec().usageMessage().description()[0];
    assertThat(section)
        .as("what %s does", command.getCommandName())
        .contains(said.lines().findFirst().orElseThrow());
    assertThat(rows(section, "| option | what |"))
        .as("options of %s: copy these rows to %s", command.getCommandName(), PAGE)
        .isEqualTo(options(command));
  }

  // A goal's own settings: where its homelab and classes are is known of the project.
  @ParameterizedTest
  @MethodSource("commands")
  void a_goal_takes_the_options_of_its_command(CommandLine command) throws IOException {
    var name = command.getCommandName();
    if (name.equals("generate-completion")) {
      return;
    }
    var goal = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Mojo.java";
    var source = Files.readString(GOALS.resolve(goal));
    if (source.contains("extends SynthesisMojo")) {
      source += Files.readString(GOALS.resolve("SynthesisMojo.java"));
    }
    assertThat(source)
        .contains(
            command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .map(OptionSpec::longestName)
                .filter(option -> !List.of("--homelab", "--classes").contains(option))
                .map(option -> '"' + option + '"')
                .toList());
  }

  static String section(String command) throws IOException {
    var page = Files.readString(PAGE) + "\n## ";
    var start = page.indexOf("\n## " + command + "\n");
    return start < 0 ? "" : page.substring(start + 1, page.indexOf("\n## ", start + 1));
  }

  /** The rows of the table with a head, one a line. */
  static String rows(String section, String head) {
    return section
        .lines()
        .dropWhile(line -> !line.equals(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .collect(Collectors.joining("\n"));
  }

  private static String options(CommandLine command) {
    var spec = command.getCommandSpec();
    var rows = new ArrayList<String>();
    for (var parameter : spec.positionalParameters()) {
      rows.add(row(parameter.paramLabel(), parameter));
    }
    // The same for all, and said once.
    spec.options().stream()
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
        .forEach(option -> rows.add(row(name(option), option)));
    return String.join("\n", rows);
  }

  private static String name(OptionSpec option) {
    var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return option.longestName() + value + (option.required() ? " (required)" : "");
  }

  private static String row(String name, ArgSpec argument) {
    var words = String.join(" ", argument.description());
    if (argument.completionCandidates() != null) {
      words =
          words.replace(
              "${COMPLETION-CANDIDATES}",
              StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                  .collect(Collectors.joining(", ")));
    }
    words = words.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
    var required = argument instanceof PositionalParamSpec && argument.arity().min() > 0;
    return "| `%s` | %s |".formatted(name + (required ? " (required)" : ""), words);
  }
}

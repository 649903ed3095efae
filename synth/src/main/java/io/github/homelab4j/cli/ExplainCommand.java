package io.github.homelab4j.cli;

import io.github.homelab4j.query.Explanation;
import io.github.homelab4j.query.Landscape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homelab4j explain}: where something comes from. */
@Command(
    name = "explain",
    description = "Says where something comes from, what it needs and who uses it.",
    footer = {
      "",
      "Examples:",
      "  homelab4j explain --homelab org.example.Home harbor",
      "  homelab4j explain --homelab org.example.Home Service/harbor",
      "  homelab4j explain --homelab org.example.Home HelmRelease/harbor:/spec/values/expose",
      "  homelab4j explain --homelab org.example.Home harbor.example.org",
      "  homelab4j explain --homelab org.example.Home hosts/nas/etc/exports.d/homelab.exports"
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private HomelabOption homelabs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: text.")
  private Format format = Format.text;

  @Option(
      names = "--charts",
      paramLabel = "<folder>",
      description =
          "A folder with a folder for each chart (helm pull --untar): what its values.yaml says of a value is told, too.")
  private Path charts;

  @Parameters(
      paramLabel = "<what>",
      description =
          "A component, kind/name, address, host name, file of a machine, or kind/name:/path/of/field.")
  private String what;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var found = new ArrayList<Explanation>();
    var landscapes = new ArrayList<Landscape>();
    for (var resolution : homelabs.resolutions()) {
      var landscape = Landscape.of(resolution);
      landscapes.add(landscape);
      found.addAll(Explanation.of(resolution, landscape, what, Optional.ofNullable(charts)));
    }
    if (found.isEmpty()) {
      throw Unknown.thing(what, homelabs.resolutions(), landscapes);
    }
    var out = spec.commandLine().getOut();
    out.print(
        format == Format.json
            ? Answers.json(found) + "\n"
            : found.stream().map(ExplainCommand::text).collect(Collectors.joining("\n")));
    out.flush();
    return 0;
  }

  private static String text(Explanation explanation) {
    var rows = new ArrayList<List<String>>();
    explanation.facts().forEach(fact -> rows.add(List.of("  " + fact.name(), fact.value())));
    explanation.needs().forEach(need -> rows.add(List.of("  needs", need)));
    explanation.usedBy().forEach(user -> rows.add(List.of("  used by", user)));
    return explanation.what() + "\n" + Answers.table(rows);
  }
}

package io.github.homelab4j.cli;

import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Need;
import io.github.homelab4j.query.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j graph}: what needs what. */
@Command(
    name = "graph",
    description = "Draws what needs what, across clusters and hosts.",
    footer = {
      "",
      "Example:",
      "  homelab4j graph --homelab org.example.Home --format dot | dot -Tsvg > home.svg"
    },
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  /** How the graph is written. */
  enum GraphFormat {
    /** For GitHub and GitLab. */
    mermaid,
    /** For Graphviz. */
    dot,
    /** For programs. */
    json
  }

  @Mixin private HomelabOption homelabs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: mermaid.")
  private GraphFormat format = GraphFormat.mermaid;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var needs =
        homelabs.resolutions().stream()
            .map(Landscape::of)
            .flatMap(GraphCommand::drawn)
            .distinct()
            .toList();
    var out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case mermaid -> mermaid(needs);
          case dot -> dot(needs);
          case json -> Answers.json(edges(needs)) + "\n";
        });
    out.flush();
    return 0;
  }

  // That components run in their cluster shows in their names.
  private static Stream<Need> drawn(Landscape landscape) {
    return landscape.things().stream()
        .flatMap(thing -> landscape.needsOf(thing).stream())
        .filter(
            need ->
                need.consumer().kind() != Thing.Kind.COMPONENT
                    || need.provider().kind() != Thing.Kind.CLUSTER);
  }

  private static List<Edge> edges(List<Need> needs) {
    return needs.stream()
        .map(
            need ->
                new Edge(
                    need.consumer().describe(),
                    need.provider().describe(),
                    need.what(),
                    need.loss().words()))
        .toList();
  }

  private static String mermaid(List<Need> needs) {
    var ids = ids(needs);
    var text = new StringBuilder("graph LR\n");
    ids.forEach((thing, id) -> text.append("  %s[\"%s\"]\n".formatted(id, thing.name())));
    arrows(needs)
        .forEach(
            arrow ->
                text.append(
                    "  %s --> %s\n".formatted(ids.get(arrow.get(0)), ids.get(arrow.get(1)))));
    return text.toString();
  }

  private static String dot(List<Need> needs) {
    var text = new StringBuilder("digraph homelab {\n  rankdir=LR;\n  node [shape=box];\n");
    arrows(needs)
        .forEach(
            arrow ->
                text.append(
                    "  \"%s\" -> \"%s\";\n".formatted(arrow.get(0).name(), arrow.get(1).name())));
    return text.append("}\n").toString();
  }

  private static List<List<Thing>> arrows(List<Need> needs) {
    return needs.stream()
        .map(need -> List.of(need.consumer(), need.provider()))
        .distinct()
        .toList();
  }

  private static Map<Thing, String> ids(List<Need> needs) {
    var things =
        needs.stream()
            .flatMap(need -> Stream.of(need.consumer(), need.provider()))
            .collect(Collectors.toCollection(TreeSet::new));
    var ids = new LinkedHashMap<Thing, String>();
    things.forEach(thing -> ids.put(thing, "t" + ids.size()));
    return ids;
  }

  /**
   * An arrow.
   *
   * @param from who needs it
   * @param to what is needed
   * @param what what of it
   * @param loss what happens without it
   */
  record Edge(String from, String to, String what, String loss) {}
}

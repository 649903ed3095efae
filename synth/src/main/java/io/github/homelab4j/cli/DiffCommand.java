package io.github.homelab4j.cli;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.diff.ClusterDiff;
import io.github.homelab4j.diff.DiffText;
import io.github.homelab4j.diff.GitTree;
import io.github.homelab4j.diff.TreeDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j diff}: what the code would change. */
@Command(
    name = "diff",
    description = {
      "Says what the code changes in the clusters, compared with a commit: by cluster, component, object and field, with what to look at twice."
    },
    footer = {
      "",
      "Examples:",
      "  homelab4j diff --homelab org.example.Home",
      "  homelab4j diff --homelab org.example.Home --against origin/main --format markdown"
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  /** How the difference is written. */
  enum DiffFormat {
    /** For a terminal. */
    text,
    /** For a comment on a pull request. */
    markdown,
    /** For programs. */
    json
  }

  @Mixin private SynthesisOption synthesis;

  @Option(
      names = "--against",
      paramLabel = "<commit>",
      defaultValue = "HEAD",
      description = "A commit, branch or tag; default: ${DEFAULT-VALUE}.")
  private String against;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: text.")
  private DiffFormat format = DiffFormat.text;

  @Option(
      names = "--output",
      paramLabel = "<file>",
      description = "A file to write to; by default it is printed.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var committed = GitTree.at(synthesis.out(), against);
    var diffs = new ArrayList<ClusterDiff>();
    var clusters = new HashSet<String>();
    for (var each : synthesis.syntheses()) {
      for (var cluster : each.clusters()) {
        clusters.add(cluster.id());
        diffs.add(
            TreeDiff.between(
                cluster.id(),
                folder(committed, cluster.id()),
                CommittedTree.of(each.files().get(cluster.id())),
                name -> cluster.unitOrHost(name).map(unit -> unit.origin().toString()).orElse("")));
      }
    }
    gone(committed, clusters)
        .forEach(
            cluster ->
                diffs.add(
                    TreeDiff.between(
                        cluster,
                        folder(committed, cluster),
                        CommittedTree.of(new TreeMap<>()),
                        name -> "")));
    diffs.removeIf(ClusterDiff::isEmpty);
    var text =
        switch (format) {
          case text -> DiffText.plain(diffs);
          case markdown -> DiffText.markdown(diffs);
          case json -> Answers.json(diffs) + "\n";
        };
    if (output == null) {
      var isColoured =
          format == DiffFormat.text && spec.commandLine().getColorScheme().ansi().enabled();
      spec.commandLine().getOut().print(isColoured ? Colours.of(text) : text);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(output, text);
    }
    return 0;
  }

  // Of clusters that the homelabs do not have, those whose folder was removed with them; others
  // belong to homelabs that were not asked about.
  private List<String> gone(SortedMap<String, String> committed, Set<String> clusters) {
    return committed.keySet().stream()
        .filter(path -> path.indexOf('/') > 0)
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .filter(cluster -> !clusters.contains(cluster))
        .filter(cluster -> !Files.exists(synthesis.out().resolve(cluster)))
        .toList();
  }

  private static CommittedTree folder(SortedMap<String, String> committed, String cluster) {
    var files = new TreeMap<String, String>();
    var prefix = cluster + "/";
    committed
        .tailMap(prefix)
        .forEach(
            (path, content) -> {
              if (path.startsWith(prefix)) {
                files.put(path.substring(prefix.length()), content);
              }
            });
    return CommittedTree.of(files);
  }
}

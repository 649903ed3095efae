package io.github.homelab4j.cli;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.diff.ClusterDiff;
import io.github.homelab4j.diff.DiffText;
import io.github.homelab4j.diff.GitTree;
import io.github.homelab4j.diff.TreeDiff;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.synth.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      defaultValue = "HEAD",
      description = "A commit, branch or tag; default: ${DEFAULT-VALUE}.")
  private String against;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: text.")
  private DiffFormat format = DiffFormat.text;

  @Option(names = "--output", description = "A file to write to; by default it is printed.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var diffs =
        synthesis.syntheses().stream()
            .flatMap(each -> each.clusters().stream().map(cluster -> diff(each, cluster)))
            .filter(diff -> !diff.isEmpty())
            .toList();
    var text =
        switch (format) {
          case text -> DiffText.plain(diffs);
          case markdown -> DiffText.markdown(diffs);
          case json -> Answers.json(diffs) + "\n";
        };
    if (output == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(output, text);
    }
    return 0;
  }

  private ClusterDiff diff(Synthesis each, ClusterModel cluster) {
    return TreeDiff.between(
        cluster.id(),
        CommittedTree.of(GitTree.at(synthesis.out().resolve(cluster.id()), against)),
        CommittedTree.of(each.files().get(cluster.id())),
        name -> cluster.unit(name).map(unit -> unit.origin().toString()).orElse(""));
  }
}

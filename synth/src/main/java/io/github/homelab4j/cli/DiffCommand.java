package io.github.homelab4j.cli;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.diff.ClusterDiff;
import io.github.homelab4j.diff.DiffText;
import io.github.homelab4j.diff.GitTree;
import io.github.homelab4j.diff.TreeDiff;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.synth.Synthesis;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var diffs =
        synthesis.syntheses().stream()
            .flatMap(each -> each.clusters().stream().map(cluster -> diff(each, cluster)))
            .filter(diff -> !diff.isEmpty())
            .toList();
    var out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case text -> DiffText.plain(diffs);
          case markdown -> DiffText.markdown(diffs);
          case json -> Answers.json(diffs) + "\n";
        });
    out.flush();
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

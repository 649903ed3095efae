package io.github.homelab4j.cli;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.diff.ClusterDiff;
import io.github.homelab4j.diff.DiffText;
import io.github.homelab4j.diff.DiskTree;
import io.github.homelab4j.diff.TreeDiff;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.synth.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j check}: whether what is written is what the code says. */
@Command(
    name = "check",
    description = "Fails when the written files are not those that the code makes; writes nothing.",
    footer = {"", "Example:", "  homelab4j check --homelab org.example.Home"},
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private SynthesisOption synthesis;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: text.")
  private Format format = Format.text;

  @Option(
      names = "--cure",
      hidden = true,
      defaultValue = "mvn package && git add clusters",
      description = "The command that is named as the cure.")
  private String cure;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var stale = new ArrayList<String>();
    var diffs = new ArrayList<ClusterDiff>();
    var syntheses = synthesis.syntheses();
    for (var each : syntheses) {
      for (var cluster : each.clusters()) {
        check(each, cluster, stale, diffs);
      }
    }
    Synthesis.rootFiles(syntheses)
        .forEach(
            (name, text) -> {
              var file = synthesis.out().resolve(name);
              if (!text.equals(DiskTree.text(file))) {
                stale.add(file.toString());
              }
            });
    var out = spec.commandLine().getOut();
    out.print(
        format == Format.json ? Answers.json(new Answer(stale, diffs)) + "\n" : text(stale, diffs));
    out.flush();
    return stale.isEmpty() ? 0 : 1;
  }

  private void check(
      Synthesis each, ClusterModel cluster, List<String> stale, List<ClusterDiff> diffs) {
    var folder = synthesis.out().resolve(cluster.id());
    var written = DiskTree.read(folder);
    // What it lists follows from the files, which are compared themselves.
    written.remove("files.sha256");
    var files = each.files().get(cluster.id());
    DiskTree.differing(written, files).stream()
        .map(path -> folder.resolve(path).toString())
        .forEach(stale::add);
    var diff =
        TreeDiff.between(
            cluster.id(),
            CommittedTree.of(written),
            CommittedTree.of(files),
            name -> cluster.unitOrHost(name).map(unit -> unit.origin().toString()).orElse(""));
    if (!diff.isEmpty()) {
      diffs.add(diff);
    }
  }

  private String text(List<String> stale, List<ClusterDiff> diffs) {
    if (stale.isEmpty()) {
      return "All files are what the code makes.\n";
    }
    return "Stale files:\n"
        + String.join("\n", stale.stream().map(path -> "  " + path).toList())
        + "\n\n"
        + (diffs.isEmpty() ? "" : DiffText.plain(diffs) + "\n")
        + "Cure: "
        + cure
        + "\n";
  }

  /**
   * What is stale.
   *
   * @param stale files that are not what the code makes
   * @param changes what differs in them
   */
  record Answer(List<String> stale, List<ClusterDiff> changes) {}
}

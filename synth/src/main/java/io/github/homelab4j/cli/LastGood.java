package io.github.homelab4j.cli;

import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.diff.ClusterDiff;
import io.github.homelab4j.diff.TreeDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the last run that was sound: texts only, so that its homelab can be forgotten. */
final class LastGood {
  private final SortedMap<String, CommittedTree> trees = new TreeMap<>();

  private LastGood() {}

  /** Before the first run. */
  static LastGood none() {
    return new LastGood();
  }

  /** The files of the next run. */
  LastGood then(SynthRun.Done done) {
    var good = new LastGood();
    for (var each : done.syntheses()) {
      each.files()
          .forEach(
              (cluster, files) -> good.trees.put(cluster, CommittedTree.of(files, tree(cluster))));
    }
    return good;
  }

  /** Whether there was no run. */
  boolean isNone() {
    return trees.isEmpty();
  }

  /** What differs from before; clusters that do not are left out. */
  List<ClusterDiff> since(LastGood before, SynthRun.Done done) {
    var diffs = new ArrayList<ClusterDiff>();
    for (var each : done.syntheses()) {
      for (var cluster : each.clusters()) {
        diffs.add(
            TreeDiff.between(
                cluster.id(),
                before.tree(cluster.id()),
                tree(cluster.id()),
                name -> cluster.unitOrHost(name).map(unit -> unit.origin().toString()).orElse("")));
      }
    }
    for (var gone : before.trees.keySet()) {
      if (!trees.containsKey(gone)) {
        diffs.add(TreeDiff.between(gone, before.tree(gone), tree(gone), name -> ""));
      }
    }
    diffs.removeIf(ClusterDiff::isEmpty);
    return diffs;
  }

  private CommittedTree tree(String cluster) {
    return trees.getOrDefault(cluster, CommittedTree.of(new TreeMap<>()));
  }
}

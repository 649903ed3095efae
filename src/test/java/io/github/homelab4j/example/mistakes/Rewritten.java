package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.change.Changes;
import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.render.FluxTree;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A homelab that was written before in another form. */
final class Rewritten {
  private Rewritten() {}

  /** What is wrong with a homelab after another. */
  static List<Finding> findings(Homelab before, Homelab after) {
    var written = Resolver.resolve(before);
    var now = Resolver.resolve(after);
    var changes = new TreeMap<String, Changes>();
    for (var cluster : now.clusters()) {
      var tree = CommittedTree.of(files(written, cluster.id()));
      changes.put(cluster.id(), Changes.between(tree, files(now, cluster.id())));
    }
    return Checks.run(now, changes).findings();
  }

  private static SortedMap<String, String> files(Resolution resolution, String id) {
    var model =
        resolution.clusters().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return files(resolution, model);
  }

  private static SortedMap<String, String> files(Resolution resolution, ClusterModel model) {
    return FluxTree.of(resolution.homelab().plan(), model, List.of(), Jobs.onAllCores());
  }
}

package io.github.homelab4j.cli;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.diff.DiskTree;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.render.LockFile;
import io.github.homelab4j.synth.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The clusters that a run writes: all, or those that were named.
 *
 * @param names their names
 * @param isWhole whether these are all
 */
record Selection(Set<String> names, boolean isWhole) {
  /**
   * Those of homelabs that were named; all when none was.
   *
   * @throws UsageException when there is no cluster of a name
   */
  static Selection of(List<String> names, List<Homelab> homelabs) {
    var all = new TreeSet<String>();
    homelabs.forEach(homelab -> homelab.clusters().stream().map(Cluster::id).forEach(all::add));
    for (var name : names) {
      if (!all.contains(name)) {
        throw new UsageException(
            "there is no cluster %s: there are %s".formatted(name, String.join(", ", all)));
      }
    }
    var chosen = names.isEmpty() ? all : new TreeSet<>(names);
    return new Selection(chosen, chosen.equals(all));
  }

  /** Those of a homelab. */
  List<ClusterModel> of(Synthesis synthesis) {
    return synthesis.clusters().stream().filter(each -> names.contains(each.id())).toList();
  }

  /**
   * What is written beside their folders. The page shows all clusters, so that a run over some
   * leaves it alone; in locks it changes the pools of those clusters.
   *
   * @param out the folder that holds one folder a cluster
   */
  SortedMap<String, String> rootFiles(List<Synthesis> syntheses, Path out) {
    if (isWhole) {
      return Synthesis.rootFiles(syntheses);
    }
    var files = new TreeMap<String, String>();
    for (var synthesis : syntheses) {
      var pools = pools(synthesis);
      synthesis.rootFiles().entrySet().stream()
          .filter(file -> !pools.isEmpty() && file.getKey().endsWith(AddressLock.SUFFIX))
          .forEach(
              file -> {
                var standing = DiskTree.text(out.resolve(file.getKey()));
                files.put(file.getKey(), LockFile.merged(standing, file.getValue(), pools));
              });
    }
    return files;
  }

  private Set<String> pools(Synthesis synthesis) {
    return of(synthesis).stream()
        .flatMap(cluster -> cluster.cluster().plan().pools().stream())
        .map(pool -> pool.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

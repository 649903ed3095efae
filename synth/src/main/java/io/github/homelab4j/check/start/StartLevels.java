package io.github.homelab4j.check.start;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.StartLevel;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * At which level of its cluster's startup each component starts: the one that the stack says, or
 * the first at which all that it needs is there.
 */
public final class StartLevels {
  private final ClusterModel cluster;
  private final StartGraph graph;
  private final Map<String, Integer> declared = new HashMap<>();
  private final Map<String, Integer> levels = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private StartLevels(ClusterModel cluster, StartGraph graph) {
    this.cluster = cluster;
    this.graph = graph;
    var all = cluster.cluster().startLevels();
    for (int i = 0; i < all.size(); i++) {
      for (Component member : all.get(i).members()) {
        declared.put(member.path(), i);
      }
    }
  }

  /** Those of a cluster. */
  public static StartLevels of(ClusterModel cluster, StartGraph graph) {
    return new StartLevels(cluster, graph);
  }

  /** The components that start at a level, in the order of the stack. */
  public List<Unit> at(StartLevel level) {
    var index = cluster.cluster().startLevels().indexOf(level);
    return Stream.concat(cluster.hosts().stream(), cluster.units().stream())
        .filter(unit -> level(StartGraph.path(cluster, unit)) == index)
        .toList();
  }

  /** The level that the stack puts a component into. */
  OptionalInt declared(String path) {
    var level = declared.get(path);
    return level == null ? OptionalInt.empty() : OptionalInt.of(level);
  }

  /** The level at which a component starts. */
  int level(String path) {
    if (declared.containsKey(path)) {
      return declared.get(path);
    }
    // A cycle is another rule's business.
    if (!levels.containsKey(path) && open.add(path)) {
      levels.put(
          path, graph.needsOf(path).stream().mapToInt(edge -> level(edge.to())).max().orElse(0));
      open.remove(path);
    }
    return levels.getOrDefault(path, 0);
  }

  /** What leads from a component to one of a later level; empty when nothing does. */
  List<StartEdge> tooLate(String path) {
    var own = level(path);
    var found = new ArrayList<StartEdge>();
    var at = path;
    do {
      var next = graph.needsOf(at).stream().filter(edge -> level(edge.to()) > own).findFirst();
      if (next.isEmpty() || found.contains(next.get())) {
        return found;
      }
      found.add(next.get());
      at = next.get().to();
    } while (!declared.containsKey(at));
    return found;
  }
}

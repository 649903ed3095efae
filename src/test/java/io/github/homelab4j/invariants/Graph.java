package io.github.homelab4j.invariants;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.Manifest;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Kustomizations of a cluster, what they apply, and what they wait for. */
public final class Graph {
  private final String base;
  private final Map<String, Manifest> byName = new HashMap<>();

  private Graph(String cluster) {
    this.base = "./clusters/%s/".formatted(cluster);
    Fleet.cluster(cluster)
        .objects()
        .filter(object -> object.kind().equals("Kustomization"))
        .filter(object -> object.at("/spec/path").asText().startsWith(base))
        .forEach(object -> byName.put(object.name(), object));
  }

  /** Those of a cluster. */
  public static Graph of(String cluster) {
    return new Graph(cluster);
  }

  /** All Kustomizations on our repository. */
  public List<Manifest> kustomizations() {
    return List.copyOf(byName.values());
  }

  /** The Kustomization that applies the file of an object: the one with the longest path. */
  public String ownerOf(Manifest object) {
    return byName.values().stream()
        .filter(each -> object.file().startsWith(path(each)))
        .max((one, other) -> Integer.compare(path(one).length(), path(other).length()))
        .map(Manifest::name)
        .orElseThrow(() -> new AssertionError("no Kustomization applies " + object));
  }

  /** Everything that is ready before a Kustomization is applied, and itself. */
  public Set<String> before(String name) {
    var all = new TreeSet<String>();
    var queue = new ArrayDeque<>(List.of(name));
    while (!queue.isEmpty()) {
      var next = queue.remove();
      if (all.add(next)) {
        queue.addAll(byName.get(next).at("/spec/dependsOn").findValuesAsText("name"));
      }
    }
    return all;
  }

  private String path(Manifest kustomization) {
    return kustomization.at("/spec/path").asText().substring(base.length()) + "/";
  }
}

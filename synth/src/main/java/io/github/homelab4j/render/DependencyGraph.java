package io.github.homelab4j.render;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What needs what in a cluster, as a graph that GitHub draws. */
final class DependencyGraph {
  private DependencyGraph() {}

  /** Mermaid arrows, without those that follow from others. */
  static List<String> edges(ClusterModel model) {
    var needs = new TreeMap<Unit, Set<Unit>>(Comparator.comparing(Unit::name));
    for (var unit : model.units()) {
      needs.put(unit, new LinkedHashSet<>());
      unit.parts().stream()
          .flatMap(part -> part.dependsOn().stream())
          .map(name -> model.byKustomization().get(name))
          .filter(part -> part != null && part.unit() != unit)
          .forEach(part -> needs.get(unit).add(part.unit()));
    }
    var edges = new ArrayList<String>();
    needs.forEach(
        (unit, providers) ->
            providers.stream()
                .filter(
                    provider ->
                        providers.stream()
                            .noneMatch(
                                other -> other != provider && reaches(needs, other, provider)))
                .map(provider -> "%s --> %s".formatted(id(unit), id(provider)))
                .sorted()
                .forEach(edges::add));
    return edges;
  }

  private static boolean reaches(Map<Unit, Set<Unit>> needs, Unit from, Unit to) {
    return needs.get(from).stream().anyMatch(next -> next == to || reaches(needs, next, to));
  }

  // Mermaid takes `end`, and names that begin with `o` or `x` after dashes, for syntax: a letter in
  // front keeps names names.
  private static String id(Unit unit) {
    return "c_%s[%s]".formatted(unit.name().replace('-', '_'), unit.name());
  }
}

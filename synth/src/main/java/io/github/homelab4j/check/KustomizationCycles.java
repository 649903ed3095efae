package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Part;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * No Kustomization waits for itself. Flux does not tell: members of a cycle never apply, and the
 * whole source loses its event-driven reconciliation.
 *
 * @see <a
 *     href="https://github.com/fluxcd/kustomize-controller/issues/1712">kustomize-controller#1712</a>
 */
final class KustomizationCycles implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.FLUX_CYCLE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    resolution.clusters().forEach(cluster -> new Search(cluster, report).run());
  }

  // Tarjan's strongly connected components.
  private static final class Search {
    private final ClusterModel cluster;
    private final Report report;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();

    Search(ClusterModel cluster, Report report) {
      this.cluster = cluster;
      this.report = report;
    }

    void run() {
      cluster.byKustomization().keySet().stream()
          .filter(name -> !index.containsKey(name))
          .forEach(this::visit);
    }

    private void visit(String name) {
      index.put(name, index.size());
      low.put(name, index.get(name));
      stack.push(name);
      for (var next : dependsOn(name)) {
        if (!index.containsKey(next)) {
          visit(next);
          low.merge(name, low.get(next), Math::min);
        } else if (stack.contains(next)) {
          low.merge(name, index.get(next), Math::min);
        }
      }
      if (low.get(name).equals(index.get(name))) {
        var members = new ArrayList<String>();
        do {
          members.add(stack.pop());
        } while (!members.get(members.size() - 1).equals(name));
        if (members.size() > 1 || dependsOn(name).contains(name)) {
          report(members);
        }
      }
    }

    private List<String> dependsOn(String name) {
      var part = cluster.byKustomization().get(name);
      return part == null
          ? List.of()
          : part.dependsOn().stream().filter(cluster.byKustomization()::containsKey).toList();
    }

    private void report(List<String> members) {
      var sorted = new TreeSet<>(members);
      Part first = cluster.byKustomization().get(sorted.first());
      report.add(
          new Finding(
              FluxRule.FLUX_CYCLE,
              cluster.id() + "/" + first.unit().name(),
              first.unit().origin(),
              "the Kustomizations %s wait for each other: take one of the references away, or split a component"
                  .formatted(String.join(", ", sorted))));
    }
  }
}

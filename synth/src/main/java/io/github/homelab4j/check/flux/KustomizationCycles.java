package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Cycles;
import io.github.homelab4j.graph.Part;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Nothing of Flux waits for itself: Kustomizations, releases, and Kustomizations through the
 * releases that they apply. Flux does not tell: members of a cycle never apply, and the whole
 * source loses its event-driven reconciliation.
 *
 * @see <a
 *     href="https://github.com/fluxcd/kustomize-controller/issues/1712">kustomize-controller#1712</a>
 */
public final class KustomizationCycles implements Check {
  private static final Set<String> WAITING = Set.of("Kustomization", "HelmRelease");

  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.FLUX_CYCLE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    homelab.clusters().forEach(cluster -> new Graph(cluster).judge(report));
  }

  private static final class Graph {
    private final SortedMap<String, Set<String>> edges = new TreeMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();

    Graph(ClusterView cluster) {
      var model = cluster.model();
      model
          .byKustomization()
          .forEach(
              (name, part) -> {
                var node = kustomization(name);
                subjects.put(node, Subject.of(model, part.unit()));
                wait(node, part.dependsOn().stream().map(Graph::kustomization).toList());
              });
      var holders = new HashMap<Object, Part>();
      model.parts().forEach(part -> part.objects().forEach(object -> holders.put(object, part)));
      for (var subject : cluster.objects()) {
        if (WAITING.contains(subject.emitted().kind()) && isFlux(subject)) {
          add(subject, holders.get(subject.emitted()));
        }
      }
    }

    private static boolean isFlux(Subject subject) {
      return subject.emitted().group().endsWith(".toolkit.fluxcd.io");
    }

    // It is there once what its holder waits for is, and its holder is ready once it is.
    private void add(Subject subject, Part holder) {
      var object = subject.emitted();
      var node = object.describe();
      subjects.put(node, subject);
      wait(node, holder.dependsOn().stream().map(Graph::kustomization).toList());
      wait(kustomization(holder.name()), List.of(node));
      for (var other : object.at("/spec/dependsOn")) {
        var namespace = other.path("namespace").asText(object.namespace());
        wait(
            node,
            List.of("%s %s/%s".formatted(object.kind(), namespace, other.path("name").asText())));
      }
    }

    private void wait(String node, Collection<String> others) {
      edges.computeIfAbsent(node, key -> new TreeSet<>()).addAll(others);
    }

    private static String kustomization(String name) {
      return "Kustomization flux-system/" + name;
    }

    void judge(Report report) {
      var members = new HashSet<String>();
      for (var cycle : Cycles.of(edges)) {
        members.addAll(cycle);
        report.judge(
            FluxRule.FLUX_CYCLE,
            subjects.get(cycle.get(0)),
            false,
            () ->
                "%s wait for each other: take one of the references away, or split a component"
                    .formatted(String.join(" -> ", cycle).replace(kustomization(""), "")));
      }
      edges.keySet().stream()
          .filter(node -> subjects.containsKey(node) && !members.contains(node))
          .forEach(node -> report.judge(FluxRule.FLUX_CYCLE, subjects.get(node), true, () -> ""));
    }
  }
}

package io.github.homelab4j.check.change;

import io.github.homelab4j.change.Committed;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Part;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.ChangeRule;
import io.github.homelab4j.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Objects of a component stay in their namespaces. */
public final class ChangedNamespaces implements Check {
  private static final int SHOWN = 3;

  @Override
  public List<? extends Rule> rules() {
    return List.of(ChangeRule.NAMESPACE_CHANGED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      if (cluster.changes().before().isEmpty()) {
        continue;
      }
      for (var unit : cluster.model().units()) {
        var moved = moved(cluster, unit);
        var subject = Subject.of(cluster.model(), unit);
        report.judge(
            ChangeRule.NAMESPACE_CHANGED, subject, moved.isEmpty(), () -> message(subject, moved));
      }
    }
  }

  private static Map<Emitted, Committed> moved(ClusterView cluster, Unit unit) {
    var moved = new LinkedHashMap<Emitted, Committed>();
    for (var part : unit.parts()) {
      for (var object : part.objects()) {
        before(cluster, part, object).ifPresent(before -> moved.put(object, before));
      }
    }
    return moved;
  }

  // The same kind and name, applied by the same Kustomization, in a namespace where it is no more.
  private static Optional<Committed> before(ClusterView cluster, Part part, Emitted object) {
    if (object.namespace().isEmpty() || cluster.changes().before(object.key()).isPresent()) {
      return Optional.empty();
    }
    return cluster.changes().named(object.group(), object.kind(), object.name()).stream()
        .filter(before -> before.kustomization().equals(part.name()))
        .filter(before -> !cluster.has(before.key()))
        .findFirst();
  }

  private static String message(Subject subject, Map<Emitted, Committed> moved) {
    var first = moved.entrySet().iterator().next();
    var names =
        moved.values().stream()
            .limit(SHOWN)
            .map(before -> before.object().kind() + " " + before.object().name())
            .collect(Collectors.joining(", "));
    var kept =
        moved.values().stream()
            .filter(Committed::outlivesItsFile)
            .map(before -> before.object().describe())
            .collect(Collectors.joining(", "));
    return "%s%s would go from namespace %s to %s, where Flux makes %s anew and empty; %s: keep the namespace, or move the data by hand and %s"
        .formatted(
            names,
            moved.size() > SHOWN ? " and %s more".formatted(moved.size() - SHOWN) : "",
            first.getValue().object().namespace(),
            first.getKey().namespace(),
            moved.size() == 1 ? "it" : "them",
            kept.isEmpty()
                ? "it prunes the old %s"
                    .formatted(moved.size() == 1 ? "one" : "ones, and uninstalls Helm releases")
                : kept + " would stay behind with the data",
            Acknowledgement.of(ChangeRule.NAMESPACE_CHANGED, subject));
  }
}

package io.github.homelab4j.check.start;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.start.StartEdge.Kind;
import io.github.homelab4j.graph.Cycles;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.StartRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Nothing needs itself to start: no chicken waits for its egg. */
public final class StartCycles implements Check {
  private static final Set<Kind> OF_FLUX = Set.of(Kind.REFERENCE, Kind.DEFINITIONS, Kind.ORDER);

  @Override
  public List<? extends Rule> rules() {
    return List.of(StartRule.BOOTSTRAP_CYCLE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var graph = homelab.start();
    var subjects = subjects(homelab);
    var edges = new TreeMap<String, List<String>>();
    graph
        .edges()
        .forEach((from, needs) -> edges.put(from, needs.stream().map(StartEdge::to).toList()));
    var members = new HashSet<String>();
    for (var cycle : Cycles.of(edges)) {
      var path = edges(graph, cycle);
      if (!isOfFlux(path, subjects)) {
        members.addAll(cycle);
        var turned = fromFoundation(path);
        report.judge(
            StartRule.BOOTSTRAP_CYCLE,
            subjects.get(turned.get(0).from()),
            false,
            () -> message(turned));
      }
    }
    subjects.forEach(
        (path, subject) -> {
          if (!members.contains(path)) {
            report.judge(StartRule.BOOTSTRAP_CYCLE, subject, true, () -> "");
          }
        });
  }

  private static Map<String, Subject> subjects(HomelabView homelab) {
    var subjects = new HashMap<String, Subject>();
    for (ClusterView view : homelab.clusters()) {
      Stream.<Unit>concat(view.model().units().stream(), view.model().hosts().stream())
          .forEach(
              unit ->
                  subjects.put(
                      StartGraph.path(view.model(), unit), Subject.of(view.model(), unit)));
    }
    return subjects;
  }

  private static List<StartEdge> edges(StartGraph graph, List<String> cycle) {
    var edges = new ArrayList<StartEdge>();
    for (int i = 0; i + 1 < cycle.size(); i++) {
      var to = cycle.get(i + 1);
      graph.needsOf(cycle.get(i)).stream()
          .filter(edge -> edge.to().equals(to))
          .findFirst()
          .ifPresent(edges::add);
    }
    return edges;
  }

  // What everything rests on is who should not need it.
  private static List<StartEdge> fromFoundation(List<StartEdge> path) {
    for (int i = 0; i < path.size(); i++) {
      var before = path.get((i + path.size() - 1) % path.size());
      if (before.kind() == Kind.FOUNDATION && path.get(i).kind() != Kind.FOUNDATION) {
        var turned = new ArrayList<>(path);
        Collections.rotate(turned, -i);
        return turned;
      }
    }
    return path;
  }

  // Where Flux waits for all of it, the cycle of its Kustomizations is told already.
  private static boolean isOfFlux(List<StartEdge> path, Map<String, Subject> subjects) {
    var cluster = subjects.get(path.get(0).from()).cluster();
    return path.stream()
        .allMatch(
            edge ->
                OF_FLUX.contains(edge.kind())
                    && subjects.get(edge.from()).cluster().equals(cluster)
                    && subjects
                        .get(edge.from())
                        .unit()
                        .filter(unit -> !unit.isOutside())
                        .isPresent());
  }

  private static String message(List<StartEdge> path) {
    var text = new StringBuilder(path.get(0).from());
    var link = " needs ";
    for (var edge : path) {
      text.append(link).append(edge.to()).append(" (").append(edge.why()).append(')');
      link = ", which needs ";
    }
    return text + ": take one of the references away, or give it something that is there before";
  }
}

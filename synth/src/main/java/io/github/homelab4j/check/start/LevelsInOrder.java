package io.github.homelab4j.check.start;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.StartLevel;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.StartRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No component needs one of a later level of startup. */
public final class LevelsInOrder implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(StartRule.START_LEVEL);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var graph = homelab.start();
    for (var view : homelab.clusters()) {
      var cluster = view.model();
      var levels = StartLevels.of(cluster, graph);
      Stream.concat(cluster.hosts().stream(), cluster.units().stream())
          .filter(unit -> levels.declared(StartGraph.path(cluster, unit)).isPresent())
          .forEach(
              unit -> {
                var path = StartGraph.path(cluster, unit);
                var late = levels.tooLate(path);
                report.judge(
                    StartRule.START_LEVEL,
                    Subject.of(cluster, unit),
                    late.isEmpty(),
                    () -> message(cluster, levels, path, late));
              });
    }
  }

  private static String message(
      ClusterModel cluster, StartLevels levels, String path, List<StartEdge> late) {
    var last = late.get(late.size() - 1).to();
    return "it is of level %s, but needs %s of level %s: move one of the two to another level, or take the reference away"
        .formatted(
            name(cluster, levels, path),
            late.stream()
                .map(edge -> "%s (%s)".formatted(edge.to(), edge.why()))
                .collect(Collectors.joining(", which needs ")),
            name(cluster, levels, last));
  }

  private static String name(ClusterModel cluster, StartLevels levels, String path) {
    StartLevel level = cluster.cluster().startLevels().get(levels.level(path));
    return "%s (%s)".formatted(level.name(), level.title());
  }
}

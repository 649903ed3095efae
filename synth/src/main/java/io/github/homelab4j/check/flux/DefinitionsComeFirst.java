package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Definitions;
import io.github.homelab4j.graph.Part;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The definition of each kind has one provider, and that is applied before whatever needs it: Flux
 * tries a whole folder against the API first, and a kind that is not there fails all of it.
 *
 * @see <a
 *     href="https://github.com/fluxcd/kustomize-controller/issues/1194">kustomize-controller#1194</a>
 */
public final class DefinitionsComeFirst implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ReferenceRule.CRD_NOT_PROVIDED, ReferenceRule.CRD_TWICE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var view : homelab.clusters()) {
      var cluster = view.model();
      var definitions = new Definitions(cluster.units());
      definitions.installers().forEach((group, units) -> once(cluster, group, units, report));
      cluster.parts().forEach(part -> first(cluster, definitions, part, report));
    }
  }

  private static void once(ClusterModel cluster, String group, List<Unit> units, Report report) {
    var last = units.get(units.size() - 1);
    report.judge(
        ReferenceRule.CRD_TWICE,
        Subject.of(cluster, last),
        units.size() == 1,
        () ->
            "the definitions of %s are installed by %s: keep one"
                .formatted(
                    group, units.stream().map(Unit::name).collect(Collectors.joining(" and "))));
  }

  private static void first(
      ClusterModel cluster, Definitions definitions, Part part, Report report) {
    var before = before(cluster, part);
    definitions
        .needed(part)
        .forEach(
            (group, why) -> {
              var installers = definitions.installers(group);
              report.judge(
                  ReferenceRule.CRD_NOT_PROVIDED,
                  Subject.of(cluster, part.unit()),
                  installers.stream().anyMatch(unit -> before.contains(unit.app().name())),
                  () -> message(cluster, definitions, group, why));
            });
  }

  private static String message(
      ClusterModel cluster, Definitions definitions, String group, String why) {
    var installers = definitions.installers(group);
    return installers.isEmpty()
        ? "%s needs the definitions of %s, which no component of cluster %s installs (they install %s): compose the one that does"
            .formatted(
                why, group, cluster.id(), Near.list(group, definitions.installers().keySet()))
        : "%s needs the definitions of %s, and does not wait for %s, which installs them: let its component depend on it"
            .formatted(why, group, installers.get(0).name());
  }

  // Whatever is ready before the part is applied.
  private static Set<String> before(ClusterModel cluster, Part part) {
    var before = new HashSet<String>();
    var next = new ArrayDeque<>(part.dependsOn());
    while (!next.isEmpty()) {
      var name = next.pop();
      var there = cluster.byKustomization().get(name);
      if (before.add(name) && there != null) {
        next.addAll(there.dependsOn());
      }
    }
    return before;
  }
}

package io.github.homelab4j.check.change;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.rule.ChangeRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Objects stay with the Kustomization that applied them before, or outlive their move. */
public final class ChangedOwners implements Check {
  private static final int SHOWN = 3;

  @Override
  public List<? extends Rule> rules() {
    return List.of(ChangeRule.OWNER_CHANGED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      // One finding for all that goes one way: they have one cause.
      var byMove =
          ChangedObject.of(cluster).stream()
              .collect(
                  Collectors.groupingBy(
                      changed -> changed.before().kustomization() + " " + changed.kustomization(),
                      TreeMap::new,
                      Collectors.toList()));
      byMove.values().forEach(moved -> judge(moved, report));
    }
  }

  private static void judge(List<ChangedObject> group, Report report) {
    var lost =
        group.stream()
            .filter(changed -> !changed.before().kustomization().equals(changed.kustomization()))
            .filter(changed -> !changed.before().kustomization().isEmpty())
            .filter(changed -> !changed.before().outlivesItsFile())
            .toList();
    report.judge(
        ChangeRule.OWNER_CHANGED, group.get(0).subject(), lost.isEmpty(), () -> message(lost));
  }

  private static String message(List<ChangedObject> lost) {
    var names =
        lost.stream()
            .limit(SHOWN)
            .map(changed -> changed.subject().emitted().describe())
            .collect(Collectors.joining(", "));
    return "%s%s would go from Kustomization %s to %s, and Flux deletes what the first no longer has unless the second was quicker: let it keep its component, or %s"
        .formatted(
            names,
            lost.size() > SHOWN ? " and %s more".formatted(lost.size() - SHOWN) : "",
            lost.get(0).before().kustomization(),
            lost.get(0).kustomization(),
            Acknowledgement.of(ChangeRule.OWNER_CHANGED, lost.get(0).subject()));
  }
}

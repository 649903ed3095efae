package io.github.homelab4j.check.change;

import io.github.homelab4j.change.Breaches;
import io.github.homelab4j.change.Release;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.ChangeRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Fields that cannot be changed in place are as they were written before. */
public final class ChangedFields implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ChangeRule.FIELD_IMMUTABLE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var changed : ChangedObject.of(cluster)) {
        var chart = chart(cluster, changed.subject().emitted());
        if (Breaches.concern(changed.subject().emitted(), chart)) {
          judge(changed, chart, report);
        }
      }
    }
  }

  private static String chart(ClusterView cluster, Emitted object) {
    return object.kind().equals("HelmRelease")
        ? Release.of(object, key -> cluster.object(key).map(Subject::emitted)).chart()
        : "";
  }

  private static void judge(ChangedObject changed, String chart, Report report) {
    var breaches =
        Breaches.of(changed.before(), changed.subject().emitted(), changed.kustomization(), chart);
    if (breaches.isEmpty()) {
      report.judge(ChangeRule.FIELD_IMMUTABLE, changed.subject(), true, () -> "");
    }
    breaches.forEach(
        breach ->
            report.judge(
                ChangeRule.FIELD_IMMUTABLE,
                changed.subject(),
                false,
                () -> message(changed.subject(), breach)));
  }

  private static String message(Subject subject, String breach) {
    return "%s and %s".formatted(breach, Acknowledgement.of(ChangeRule.FIELD_IMMUTABLE, subject));
  }
}

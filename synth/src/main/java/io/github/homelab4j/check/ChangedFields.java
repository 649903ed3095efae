package io.github.homelab4j.check;

import io.github.homelab4j.change.Breaches;
import io.github.homelab4j.rule.ChangeRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Fields that cannot be changed in place are as they were written before. */
final class ChangedFields implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ChangeRule.FIELD_IMMUTABLE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      ChangedObject.of(cluster).stream()
          .filter(changed -> Breaches.concern(changed.subject().emitted()))
          .forEach(changed -> judge(changed, report));
    }
  }

  private static void judge(ChangedObject changed, Report report) {
    var breaches =
        Breaches.of(changed.before(), changed.subject().emitted(), changed.kustomization());
    if (breaches.isEmpty()) {
      report.judge(ChangeRule.FIELD_IMMUTABLE, changed.subject(), true, () -> "");
    }
    breaches.forEach(
        breach -> report.judge(ChangeRule.FIELD_IMMUTABLE, changed.subject(), false, () -> breach));
  }
}

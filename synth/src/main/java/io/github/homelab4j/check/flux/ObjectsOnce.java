package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;

/**
 * An object exists once in a cluster: two Kustomizations that apply the same one undo each other's
 * work for ever.
 */
public final class ObjectsOnce implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.OBJECT_TWICE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var owners = new HashMap<String, Subject>();
      for (var subject : cluster.objects()) {
        var other = owners.put(subject.emitted().key(), subject);
        report.judge(
            FluxRule.OBJECT_TWICE,
            subject,
            other == null,
            () ->
                "%s is emitted by %s (%s) too: give one of them another name or namespace"
                    .formatted(
                        subject.emitted().describe(),
                        other.unit().orElseThrow().name(),
                        other.origin()));
      }
    }
  }
}

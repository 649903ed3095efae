package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.render.Unwritable;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** What stands in a file is what reaches the cluster: kustomize and Flux change some values. */
public final class ValuesArrive implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.VALUE_LOST);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var subject : cluster.objects()) {
        var lost = Unwritable.find(subject.emitted().tree());
        report.judge(
            FluxRule.VALUE_LOST,
            subject,
            lost.isEmpty(),
            () ->
                "%s of %s holds %s, and %s: take it out"
                    .formatted(
                        lost.get(0).pointer(),
                        subject.emitted().describe(),
                        lost.get(0).what(),
                        lost.get(0).why()));
      }
    }
  }
}

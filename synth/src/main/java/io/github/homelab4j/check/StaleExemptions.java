package io.github.homelab4j.check;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.rule.ObjectRule;
import java.util.stream.Stream;

/** Exemptions that nothing needed; judged when everything else was. */
final class StaleExemptions {
  private StaleExemptions() {}

  static void judge(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      Stream.concat(cluster.model().units().stream(), cluster.model().hosts().stream())
          .forEach(
              unit -> {
                var subject = Subject.of(cluster.model(), unit);
                unit.component().ifPresent(component -> judge(component, subject, report));
              });
    }
  }

  private static void judge(Component component, Subject subject, Report report) {
    for (var exemption : component.exemptions()) {
      if (!exemption.rule().isMomentary()) {
        report.judge(
            ObjectRule.EXEMPTION_STALE,
            subject.at(exemption.origin().orElse(component.origin())),
            report.isUsed(exemption),
            () ->
                "it is exempted from %s (%s), which it does not break: remove the exemption"
                    .formatted(exemption.rule().code(), exemption.reason()));
      }
    }
  }
}

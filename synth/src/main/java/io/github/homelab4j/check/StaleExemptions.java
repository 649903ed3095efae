package io.github.homelab4j.check;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.rule.ObjectRule;
import java.util.ArrayList;
import java.util.List;

/** Exemptions that nothing needed. */
final class StaleExemptions {
  private StaleExemptions() {}

  static List<Finding> find(HomelabView homelab, Report report) {
    var findings = new ArrayList<Finding>();
    for (var cluster : homelab.clusters()) {
      cluster.model().cluster().components().forEach(each -> find(each, report, findings));
    }
    return findings;
  }

  private static void find(Component component, Report report, List<Finding> findings) {
    for (var exemption : component.exemptions()) {
      if (!report.isUsed(exemption) && !exemption.rule().isMomentary()) {
        findings.add(
            new Finding(
                ObjectRule.EXEMPTION_STALE,
                component.path(),
                exemption.origin().orElse(component.origin()),
                "it is exempted from %s (%s), which it does not break: remove the exemption"
                    .formatted(exemption.rule().code(), exemption.reason())));
      }
    }
  }
}

package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.PortForward;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Where a router's port leads to, something listens: a Service, a Gateway, or a host's service. */
public final class ForwardsAnswered implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.FORWARD_UNANSWERED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var known = AddressBook.of(homelab.plan()).addresses();
    for (var forward : homelab.plan().forwards()) {
      // What the plan gives to nobody has a rule of its own.
      if (!known.contains(forward.target())) {
        continue;
      }
      report.judge(
          PlanRule.FORWARD_UNANSWERED,
          Subject.of(homelab.plan(), forward.origin()),
          byHost(homelab.plan(), forward) || byCluster(homelab, forward),
          () ->
              "%s leads to %s, where nothing listens: compose what serves it there, or correct the forward"
                  .formatted(forward.describe(), forward.leadsTo()));
    }
  }

  private static boolean byHost(HomelabPlan plan, PortForward forward) {
    return plan.hosts().stream()
        .filter(host -> host.addresses().contains(forward.target()))
        .flatMap(host -> host.services().stream())
        .anyMatch(
            service ->
                service.port().equals(forward.targetPort())
                    && service.protocol() == forward.protocol());
  }

  private static boolean byCluster(HomelabView homelab, PortForward forward) {
    return AddressesAsked.by(homelab, forward.target().text())
            .anyMatch(subject -> AddressesAsked.answers(subject, forward.targetPort()))
        || homelab.plan().clusters().stream()
            .anyMatch(
                cluster ->
                    cluster.apiPort().equals(forward.targetPort())
                        && (cluster.apiEndpoint().equals(forward.target())
                            || cluster.nodeAddresses().contains(forward.target())));
  }
}

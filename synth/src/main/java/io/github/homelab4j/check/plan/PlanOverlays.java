package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Lighthouse;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * A lighthouse has an address in its overlay, and is reached at one outside of it.
 *
 * @see <a href="https://github.com/slackhq/nebula/issues/73">nebula#73</a>
 */
public final class PlanOverlays implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.LIGHTHOUSE_ADDRESS);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    for (var network : plan.allNetworks()) {
      for (var lighthouse : network.lighthouses()) {
        var subject = Subject.of(plan, network.origin());
        report.judge(
            PlanRule.LIGHTHOUSE_ADDRESS,
            subject,
            network.contains(lighthouse.address()),
            () ->
                "lighthouse %s has the address %s, which is not in %s: give it one of the overlay"
                    .formatted(
                        lighthouse.name(), lighthouse.address(), PlanRanges.describe(network)));
        report.judge(
            PlanRule.LIGHTHOUSE_ADDRESS,
            subject,
            !isReachedInside(network, lighthouse),
            () ->
                "lighthouse %s is reached at %s, which is in %s, where nobody gets before having reached it: write its address outside"
                    .formatted(
                        lighthouse.name(), lighthouse.reachedAt(), PlanRanges.describe(network)));
      }
    }
  }

  private static boolean isReachedInside(Network network, Lighthouse lighthouse) {
    try {
      return network.contains(Ip.of(lighthouse.reachedAt().name()));
    } catch (InvalidPropsException name) {
      return false;
    }
  }
}

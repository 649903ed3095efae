package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** What DHCP gives out to whoever comes is nobody's. */
public final class PlanDhcp implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.DHCP_TAKES_ADDRESS);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var book = AddressBook.of(plan);
    for (var network : plan.allNetworks()) {
      var subject = Subject.of(plan, network.origin());
      for (var scope : network.dhcp()) {
        for (var address : book.addresses()) {
          var entry = book.of(address).get(0);
          report.judge(
              PlanRule.DHCP_TAKES_ADDRESS,
              subject,
              !scope.contains(address) || inPool(plan, scope, address),
              () ->
                  "DHCP of network %s gives out %s, which holds %s of %s: shrink it or move the address"
                      .formatted(network.name(), scope, address, entry.what()));
        }
        pools(plan, network.name(), scope, subject, report);
      }
    }
  }

  // The pool itself is said to be in the way.
  private static boolean inPool(HomelabPlan plan, IpRange scope, Ip address) {
    return plan.clusters().stream()
        .flatMap(cluster -> cluster.pools().stream())
        .anyMatch(pool -> pool.range().overlaps(scope) && pool.range().contains(address));
  }

  private static void pools(
      HomelabPlan plan, String network, IpRange scope, Subject subject, Report report) {
    plan.clusters().stream()
        .flatMap(cluster -> cluster.pools().stream())
        .forEach(
            pool ->
                report.judge(
                    PlanRule.DHCP_TAKES_ADDRESS,
                    subject,
                    !pool.range().overlaps(scope),
                    () ->
                        "DHCP of network %s gives out %s, and pool %s (%s) shares addresses with it: separate them"
                            .formatted(network, scope, pool.name(), pool.range())));
  }
}

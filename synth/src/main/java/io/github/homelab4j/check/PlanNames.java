package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Hostname;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Host names stand under the homelab's domain, once each, and lead to an address that the plan
 * gives to somebody.
 */
final class PlanNames implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.HOSTNAME_OUTSIDE_DOMAIN, PlanRule.HOSTNAME_TWICE, PlanRule.RECORD_TO_NOBODY);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    var plan = resolution.homelab().plan();
    var known = addresses(plan);
    var seen = new HashMap<Hostname, Ip>();
    for (var record : plan.records()) {
      var name = record.hostname().name();
      if (!name.endsWith("." + plan.domain()) && !record.hostname().equals(plan.domain())) {
        report.add(
            new Finding(
                PlanRule.HOSTNAME_OUTSIDE_DOMAIN,
                plan.name(),
                record.origin(),
                "%s is not under the domain %s: take a name below it"
                    .formatted(name, plan.domain())));
      }
      var other = seen.putIfAbsent(record.hostname(), record.address());
      if (other != null) {
        report.add(
            new Finding(
                PlanRule.HOSTNAME_TWICE,
                plan.name(),
                record.origin(),
                "%s leads to %s and to %s: keep one".formatted(name, other, record.address())));
      }
      if (!known.contains(record.address())) {
        report.add(
            new Finding(
                PlanRule.RECORD_TO_NOBODY,
                plan.name(),
                record.origin(),
                "%s leads to %s, which the plan gives to nobody: reserve it, with loadBalancers().reserve(…) for a Service"
                    .formatted(name, record.address())));
      }
    }
  }

  private static Set<Ip> addresses(HomelabPlan plan) {
    var known = new HashSet<Ip>();
    for (ClusterPlan cluster : plan.clusters()) {
      cluster.nodes().forEach(node -> known.add(node.address()));
      known.add(cluster.apiEndpoint());
      cluster
          .loadBalancers()
          .reservations()
          .forEach(reservation -> known.add(reservation.address()));
      cluster.bgp().ifPresent(bgp -> bgp.peers().forEach(peer -> known.add(peer.address())));
    }
    return known;
  }
}

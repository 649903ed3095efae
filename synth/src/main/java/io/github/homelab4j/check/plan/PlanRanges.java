package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * Networks that route to each other share no address: LANs, overlays and VPNs, and the pods and
 * Services of all clusters of a homelab. kubeadm and K3s take overlapping ranges without a word,
 * and some connections then go astray. What lies in another range says so.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/3312">kubeadm#3312</a>
 */
public final class PlanRanges implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.RANGES_OVERLAP, PlanRule.RANGE_NOT_INSIDE);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var ranges = PlanRange.of(plan);
    for (int i = 0; i < ranges.size(); i++) {
      for (var other : ranges.subList(i + 1, ranges.size())) {
        apart(ranges.get(i), other, report);
      }
      inside(ranges.get(i), report);
    }
    natively(plan, ranges, report);
    scopes(plan, report);
  }

  private static void apart(PlanRange range, PlanRange other, Report report) {
    if (range.isPool() && other.isPool()) {
      return; // Pools have a rule of their own.
    }
    var holds =
        other.isWithin(range) || range.isWithin(other) || !range.range().overlaps(other.range());
    report.judge(
        PlanRule.RANGES_OVERLAP,
        other.subject(),
        holds,
        () ->
            "%s and %s share addresses: %s"
                .formatted(other.describe(), range.describe(), cure(range, other)));
  }

  private static String cure(PlanRange range, PlanRange other) {
    var network = range.network().filter(each -> contains(each, other.range()));
    if (network.isEmpty() || (other.network().isEmpty() && !other.isPool())) {
      return "move one of them";
    }
    return other.isPool()
        ? "make the pool with the network's pool(…) when it is meant to lie in it, or move one of them"
        : "set inside when it is meant to be a part, or move one of them";
  }

  private static void inside(PlanRange range, Report report) {
    range
        .within()
        .ifPresent(
            network ->
                report.judge(
                    PlanRule.RANGE_NOT_INSIDE,
                    range.subject(),
                    contains(network, range.range()),
                    () ->
                        "%s is not a part of %s, in which it was declared: correct one of them"
                            .formatted(range.describe(), describe(network))));
  }

  // Packets to what is routed natively leave with the pod's own address: hosts of another network
  // in that range could not answer.
  private static void natively(HomelabPlan plan, List<PlanRange> ranges, Report report) {
    for (var cluster : plan.clusters()) {
      for (var routed : cluster.nativeRouting().stream().toList()) {
        var range =
            PlanRange.of(
                "the natively routed range of " + cluster.name(), routed, Subject.of(cluster));
        ranges.stream()
            .filter(other -> other.network().isPresent() || other.isPool())
            .forEach(other -> apart(other, range, report));
      }
    }
  }

  private static void scopes(HomelabPlan plan, Report report) {
    for (var network : plan.allNetworks()) {
      var subject = Subject.of(plan, network.origin());
      network
          .dhcp()
          .forEach(
              scope ->
                  report.judge(
                      PlanRule.RANGE_NOT_INSIDE,
                      subject,
                      contains(network, scope),
                      () ->
                          "DHCP gives out %s, which is not a part of %s: correct one of them"
                              .formatted(scope, describe(network))));
      network
          .gateways()
          .forEach(
              gateway ->
                  report.judge(
                      PlanRule.RANGE_NOT_INSIDE,
                      subject,
                      network.contains(gateway),
                      () ->
                          "the gateway %s is not in %s, so nobody there reaches it: correct one of them"
                              .formatted(gateway, describe(network))));
    }
  }

  private static boolean contains(Network network, IpRange range) {
    return network.ranges().stream().anyMatch(each -> each.range().contains(range));
  }

  /** A network by its name and ranges. */
  static String describe(Network network) {
    return "network %s (%s)".formatted(network.name(), text(network));
  }

  /** A network's ranges. */
  static String text(Network network) {
    return String.join(" and ", network.ranges().stream().map(Cidr::text).toList());
  }
}

package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * The ranges of pods and Services have sizes that Kubernetes takes, and the same families.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/pull/95723">kubernetes#95723</a>
 */
public final class PlanSizes implements PlanCheck {
  // The API server takes at most 2^20 Services, and with less than 16 there is no place for cluster
  // DNS among addresses that are not given out.
  private static final int WIDEST_BITS = 20;
  private static final int NARROWEST_BITS = 4;
  private static final int MOST_NODE_BITS = 16;

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.SERVICE_RANGE_SIZE, PlanRule.POD_RANGE_SIZE, PlanRule.FAMILIES_DIFFER);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    for (var cluster : plan.clusters()) {
      var subject = Subject.of(cluster);
      cluster.serviceRanges().forEach(range -> services(subject, range, report));
      for (var range : cluster.podRanges()) {
        pods(subject, cluster, range, report);
      }
      families(subject, cluster, report);
    }
  }

  private static void services(Subject subject, Cidr range, Report report) {
    var bits = bits(range);
    var free = bits - range.prefix();
    report.judge(
        PlanRule.SERVICE_RANGE_SIZE,
        subject,
        free >= NARROWEST_BITS && free <= WIDEST_BITS,
        () ->
            "the Services' range %s has prefix %s: take one from /%s to /%s"
                .formatted(range, range.prefix(), bits - WIDEST_BITS, bits - NARROWEST_BITS));
  }

  private static void pods(Subject subject, ClusterPlan cluster, Cidr range, Report report) {
    var mask = range.isV4() ? cluster.nodePods() : cluster.nodePodsV6();
    var apart = mask - range.prefix();
    var room = apart < 0 ? 0 : 1L << Math.min(MOST_NODE_BITS, apart);
    report.judge(
        PlanRule.POD_RANGE_SIZE,
        subject,
        room >= Math.max(1, cluster.nodes().size()),
        () ->
            "the pods' range %s has room for %s nodes of a /%s each, and there are %s: widen it"
                .formatted(range, room, mask, cluster.nodes().size()));
    report.judge(
        PlanRule.POD_RANGE_SIZE,
        subject,
        apart <= MOST_NODE_BITS,
        () ->
            "the pods' range %s is split into ranges of a /%s for each node, %s bits apart, and Kubernetes takes at most %s: set the nodes' prefix to %s or less, or narrow the range"
                .formatted(range, mask, apart, MOST_NODE_BITS, range.prefix() + MOST_NODE_BITS));
  }

  private static void families(Subject subject, ClusterPlan cluster, Report report) {
    var pods = cluster.podRanges().stream().map(Cidr::isV4).toList();
    report.judge(
        PlanRule.FAMILIES_DIFFER,
        subject,
        pods.equals(cluster.serviceRanges().stream().map(Cidr::isV4).toList()),
        () ->
            "pods have %s and Services %s: give both the same families"
                .formatted(words(cluster.podRanges()), words(cluster.serviceRanges())));
    for (var node : cluster.nodes()) {
      var missing =
          pods.stream().filter(v4 -> node.addresses().stream().noneMatch(ip -> like(ip, v4)));
      var family = missing.findFirst();
      report.judge(
          PlanRule.FAMILIES_DIFFER,
          subject.at(node.origin()),
          family.isEmpty(),
          () -> missing(node, family.orElseThrow(), cluster));
    }
  }

  private static String missing(NodePlan node, boolean v4, ClusterPlan cluster) {
    return "pods have %s and node %s (%s) has no %s address: give it one with alsoAt(…)"
        .formatted(
            words(cluster.podRanges()),
            node.name(),
            String.join(", ", node.addresses().stream().map(Ip::text).toList()),
            v4 ? "IPv4" : "IPv6");
  }

  private static boolean like(Ip address, boolean v4) {
    return address.isV4() == v4;
  }

  private static String words(List<Cidr> ranges) {
    return String.join(" and ", ranges.stream().map(Cidr::text).toList());
  }

  private static int bits(Cidr range) {
    return range.isV4() ? 32 : 128;
  }
}

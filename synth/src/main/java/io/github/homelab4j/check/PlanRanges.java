package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Networks that route to each other share no address: the pods, Services and machines of all
 * clusters of a homelab. kubeadm and K3s take overlapping ranges without a word, and some
 * connections then go astray.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/3312">kubeadm#3312</a>
 */
final class PlanRanges implements Check {
  // The API server refuses a service range above 2^20 addresses, and below ten there is no place
  // for cluster DNS.
  private static final int WIDEST_SERVICES = 12;
  private static final int NARROWEST_SERVICES = 28;
  private static final int NODE_PODS = 24;

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.RANGES_OVERLAP, PlanRule.SERVICE_RANGE_SIZE, PlanRule.POD_RANGE_SIZE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    var ranges = new ArrayList<Range>();
    for (var cluster : resolution.homelab().plan().clusters()) {
      ranges(cluster).forEach(ranges::add);
      sizes(cluster, report);
    }
    for (int i = 0; i < ranges.size(); i++) {
      for (var other : ranges.subList(i + 1, ranges.size())) {
        var range = ranges.get(i);
        // Machines of several clusters may stand in one network.
        var shared = range.isNodes() && other.isNodes() && range.network().equals(other.network());
        if (!shared && range.network().overlaps(other.network())) {
          report.add(
              new Finding(
                  PlanRule.RANGES_OVERLAP,
                  other.cluster(),
                  other.origin(),
                  "%s (%s) and %s (%s) share addresses: move one of them"
                      .formatted(other.name(), other.network(), range.name(), range.network())));
        }
      }
    }
  }

  private static void sizes(ClusterPlan cluster, Report report) {
    var services = cluster.services().prefix();
    if (cluster.services().range().first().isV4()
        && (services < WIDEST_SERVICES || services > NARROWEST_SERVICES)) {
      report.add(
          new Finding(
              PlanRule.SERVICE_RANGE_SIZE,
              cluster.name(),
              cluster.origin(),
              "the Services' range %s has prefix %s: take one from /%s to /%s"
                  .formatted(cluster.services(), services, WIDEST_SERVICES, NARROWEST_SERVICES)));
    }
    var room =
        cluster.pods().prefix() > NODE_PODS
            ? 0
            : 1L << Math.min(30, NODE_PODS - cluster.pods().prefix());
    if (cluster.pods().range().first().isV4() && room < cluster.nodes().size()) {
      report.add(
          new Finding(
              PlanRule.POD_RANGE_SIZE,
              cluster.name(),
              cluster.origin(),
              "the pods' range %s has room for %s nodes of a /%s each, and there are %s: widen it"
                  .formatted(cluster.pods(), room, NODE_PODS, cluster.nodes().size())));
    }
  }

  private static List<Range> ranges(ClusterPlan cluster) {
    var origin = cluster.origin();
    return Stream.of(
            new Range(cluster.name(), "machines", cluster.nodeNetwork(), origin),
            new Range(cluster.name(), "pods", cluster.pods(), origin),
            new Range(cluster.name(), "Services", cluster.services(), origin))
        .toList();
  }

  private record Range(String cluster, String what, Cidr network, Origin origin) {
    boolean isNodes() {
      return what.equals("machines");
    }

    String name() {
      return cluster + " " + what;
    }
  }
}

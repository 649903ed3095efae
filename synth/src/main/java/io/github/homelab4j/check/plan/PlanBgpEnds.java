package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.BgpNeighbour;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Both ends of a BGP session, the cluster's and the router's, say the same of each other. */
public final class PlanBgpEnds implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.BGP_ENDS_DISAGREE);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    for (var host : plan.hosts()) {
      for (var cluster : plan.clusters()) {
        for (var bgp : cluster.bgp().stream().toList()) {
          bgp.peers().stream()
              .filter(peer -> host.addresses().contains(peer.address()))
              .forEach(peer -> session(cluster, bgp, peer, host, report));
        }
      }
      host.bgp().ifPresent(router -> strangers(plan, host, router, report));
    }
  }

  private static void session(
      ClusterPlan cluster, BgpPlan bgp, BgpPeer peer, HostPlan host, Report report) {
    var subject = Subject.of(cluster).at(peer.origin());
    report.judge(
        PlanRule.BGP_ENDS_DISAGREE,
        subject,
        host.bgp().isPresent(),
        () ->
            "cluster %s peers with host %s (%s), which does not speak BGP: set bgp in the host's plan"
                .formatted(cluster.name(), host.name(), peer.address()));
    host.bgp()
        .ifPresent(
            router -> {
              report.judge(
                  PlanRule.BGP_ENDS_DISAGREE,
                  subject,
                  router.asn() == peer.asn(),
                  () ->
                      "cluster %s peers with %s as AS %s, and it is AS %s: write the same in both, or make the peer with BgpPeer.of(…)"
                          .formatted(cluster.name(), host.name(), peer.asn(), router.asn()));
              if (!router.neighbours().isEmpty()) {
                cluster
                    .nodes()
                    .forEach(node -> neighbour(cluster, bgp, node, host, router, report));
              }
            });
  }

  private static void neighbour(
      ClusterPlan cluster,
      BgpPlan bgp,
      NodePlan node,
      HostPlan host,
      BgpRouter router,
      Report report) {
    report.judge(
        PlanRule.BGP_ENDS_DISAGREE,
        Subject.of(cluster).at(node.origin()),
        router.neighbours().stream().anyMatch(each -> isAt(node, each) && each.asn() == bgp.asn()),
        () ->
            router.neighbours().stream()
                .filter(each -> isAt(node, each))
                .findFirst()
                .map(
                    each ->
                        "%s takes %s (%s) for AS %s, and cluster %s is AS %s: write the same in both"
                            .formatted(
                                host.name(),
                                each.name(),
                                each.address(),
                                each.asn(),
                                cluster.name(),
                                bgp.asn()))
                .orElse(
                    "%s does not list %s (%s, AS %s) as a neighbour: add it, or leave its neighbours out"
                        .formatted(host.name(), node.name(), node.address(), bgp.asn())));
  }

  private static void strangers(HomelabPlan plan, HostPlan host, BgpRouter router, Report report) {
    for (var each : router.neighbours()) {
      report.judge(
          PlanRule.BGP_ENDS_DISAGREE,
          Subject.of(plan, each.origin()),
          plan.clusters().stream()
              .filter(cluster -> cluster.bgp().filter(bgp -> bgp.peersWith(host)).isPresent())
              .flatMap(cluster -> cluster.nodes().stream())
              .anyMatch(node -> isAt(node, each)),
          () ->
              "%s lists the neighbour %s (%s), and no machine there peers with it: remove it, or correct its address"
                  .formatted(host.name(), each.name(), each.address()));
    }
  }

  private static boolean isAt(NodePlan node, BgpNeighbour neighbour) {
    return node.addresses().contains(neighbour.address());
  }
}

package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * The clusters' ends of BGP sessions are ones that Cilium takes, and reach the router: a session
 * between two systems lives one hop only unless it is told otherwise.
 *
 * @see <a
 *     href="https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/">Cilium
 *     BGP control plane</a>
 */
public final class PlanBgp implements PlanCheck {
  private static final long LAST_ASN = 4_294_967_295L;
  private static final int LEAST_HOLD = 3;

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.BGP_ASN,
        PlanRule.BGP_TIMERS,
        PlanRule.BGP_PEER_TWICE,
        PlanRule.BGP_PEER_OUTSIDE_NETWORK);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var systems = new HashMap<Long, ClusterPlan>();
    for (var cluster : plan.clusters()) {
      for (var bgp : cluster.bgp().stream().toList()) {
        system(cluster, bgp, systems, report);
        var names = new HashSet<String>();
        for (var peer : bgp.peers()) {
          var subject = Subject.of(cluster).at(peer.origin());
          peer(cluster, bgp, peer, subject, report);
          timers(peer, subject, report);
          report.judge(
              PlanRule.BGP_PEER_TWICE,
              subject,
              names.add(peer.name()),
              () ->
                  "cluster %s peers with %s twice, the second time at %s: give each peer a name of its own"
                      .formatted(cluster.name(), peer.name(), peer.address()));
        }
      }
    }
  }

  private static void system(
      ClusterPlan cluster, BgpPlan bgp, HashMap<Long, ClusterPlan> systems, Report report) {
    var subject = Subject.of(cluster);
    report.judge(
        PlanRule.BGP_ASN,
        subject,
        isAsn(bgp.asn()),
        () ->
            "AS %s of cluster %s is not from 1 to %s: take one of 64512 to 65534"
                .formatted(bgp.asn(), cluster.name(), LAST_ASN));
    // Within one system routers pass nothing on that they got from within.
    var other = systems.putIfAbsent(bgp.asn(), cluster);
    report.judge(
        PlanRule.BGP_ASN,
        subject,
        other == null || bgp.peers().stream().anyMatch(peer -> peer.asn() == bgp.asn()),
        () ->
            "clusters %s and %s both are AS %s, so each drops the other's routes: give one another"
                .formatted(other.name(), cluster.name(), bgp.asn()));
  }

  private static void peer(
      ClusterPlan cluster, BgpPlan bgp, BgpPeer peer, Subject subject, Report report) {
    report.judge(
        PlanRule.BGP_ASN,
        subject,
        isAsn(peer.asn()),
        () ->
            "AS %s of router %s is not from 1 to %s: write the one it is configured with"
                .formatted(peer.asn(), peer.name(), LAST_ASN));
    report.judge(
        PlanRule.BGP_PEER_OUTSIDE_NETWORK,
        subject,
        peer.hops() > 1
            || peer.asn() == bgp.asn()
            || cluster.nodeNetwork().contains(peer.address()),
        () ->
            "router %s (%s) is not in the machines' network %s: peer with its address there, or say with hops(…) how far away it is"
                .formatted(peer.name(), peer.address(), PlanRanges.text(cluster.nodeNetwork())));
  }

  private static void timers(BgpPeer peer, Subject subject, Report report) {
    var hold = peer.timers().hold().toSeconds();
    var keepAlive = peer.timers().keepAlive().toSeconds();
    report.judge(
        PlanRule.BGP_TIMERS,
        subject,
        hold >= LEAST_HOLD,
        () ->
            "the hold time of the session with %s is %s seconds: take %s or more"
                .formatted(peer.name(), hold, LEAST_HOLD));
    report.judge(
        PlanRule.BGP_TIMERS,
        subject,
        keepAlive >= 1 && keepAlive <= hold || hold < LEAST_HOLD,
        () ->
            "the session with %s is kept alive every %s seconds and given up after %s: take a third of the hold time, at least 1 second"
                .formatted(peer.name(), keepAlive, hold));
  }

  private static boolean isAsn(long number) {
    return number >= 1 && number <= LAST_ASN;
  }
}

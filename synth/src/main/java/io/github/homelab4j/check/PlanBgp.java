package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * Both ends of a BGP session can talk: numbers in their range, and the router one hop away, since a
 * session between two systems lives one hop only.
 *
 * @see <a
 *     href="https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/">Cilium
 *     BGP control plane</a>
 */
final class PlanBgp implements Check {
  private static final long LAST_ASN = 4_294_967_295L;

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.BGP_ASN, PlanRule.BGP_PEER_OUTSIDE_NETWORK);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    for (var cluster : resolution.homelab().plan().clusters()) {
      cluster
          .bgp()
          .ifPresent(
              bgp -> {
                if (bgp.asn() < 1 || bgp.asn() > LAST_ASN) {
                  report.add(
                      new Finding(
                          PlanRule.BGP_ASN,
                          cluster.name(),
                          cluster.origin(),
                          "AS %s of cluster %s is not from 1 to %s: take one of 64512 to 65534"
                              .formatted(bgp.asn(), cluster.name(), LAST_ASN)));
                }
                for (var peer : bgp.peers()) {
                  if (peer.asn() < 1 || peer.asn() > LAST_ASN) {
                    report.add(
                        new Finding(
                            PlanRule.BGP_ASN,
                            cluster.name(),
                            cluster.origin(),
                            "AS %s of router %s is not from 1 to %s: write the one it is configured with"
                                .formatted(peer.asn(), peer.name(), LAST_ASN)));
                  }
                  if (!cluster.nodeNetwork().contains(peer.address())) {
                    report.add(
                        new Finding(
                            PlanRule.BGP_PEER_OUTSIDE_NETWORK,
                            cluster.name(),
                            cluster.origin(),
                            "router %s (%s) is not in the machines' network %s: peer with its address there"
                                .formatted(peer.name(), peer.address(), cluster.nodeNetwork())));
                  }
                }
              });
    }
  }
}

package io.github.homelab4j.plan;

import java.util.List;

/**
 * A cluster's side of BGP.
 *
 * @param asn the cluster's autonomous system
 * @param peers the routers
 */
public record BgpPlan(long asn, List<BgpPeer> peers) {
  /** Whether one of its sessions is with the router. */
  public boolean peersWith(HostPlan router) {
    return peers.stream().anyMatch(peer -> router.addresses().contains(peer.address()));
  }
}

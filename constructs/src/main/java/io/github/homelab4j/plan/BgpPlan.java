package io.github.homelab4j.plan;

import java.util.List;

/**
 * A cluster's side of BGP.
 *
 * @param asn the cluster's autonomous system
 * @param peers the routers
 */
public record BgpPlan(long asn, List<BgpPeer> peers) {}

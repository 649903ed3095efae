package io.github.homelab4j.plan;

import java.util.List;

/**
 * A router's side of BGP.
 *
 * @param asn its autonomous system
 * @param neighbours whom it is told to peer with, when that is written down apart from the clusters
 *     and has to agree with them; otherwise its neighbours are the machines of the clusters that
 *     peer with it
 */
public record BgpRouter(long asn, List<BgpNeighbour> neighbours) {
  /** A router whose neighbours are the machines of the clusters that peer with it. */
  public BgpRouter(long asn) {
    this(asn, List.of());
  }
}

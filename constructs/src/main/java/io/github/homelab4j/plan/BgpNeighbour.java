package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;

/**
 * A neighbour of a router.
 *
 * @param name its name
 * @param address its address
 * @param asn its autonomous system
 * @param origin the line of the plan that made it
 */
public record BgpNeighbour(String name, Ip address, long asn, Origin origin) {
  /** A neighbour. */
  public BgpNeighbour(String name, Ip address, long asn) {
    this(name, address, asn, Origin.here());
  }
}

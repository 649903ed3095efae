package io.github.homelab4j.plan;

import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;

/**
 * A host of an overlay that the others find each other by.
 *
 * @param name its name
 * @param address its address in the overlay
 * @param reachedAt the name by which it is reached without the overlay
 * @param port the UDP port there
 */
public record Lighthouse(String name, Ip address, Hostname reachedAt, Port port) {
  /** A lighthouse on Nebula's own port, 4242. */
  public Lighthouse(String name, Ip address, Hostname reachedAt) {
    this(name, address, reachedAt, Port.of(4242));
  }
}

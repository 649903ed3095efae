package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Hostname;

/**
 * A host name and the address it resolves to inside the homelab.
 *
 * @param hostname the name
 * @param address the address
 * @param origin the line of the plan that made it
 */
public record DnsRecord(Hostname hostname, Ip address, Origin origin) {
  /** A name and its address. */
  public DnsRecord(Hostname hostname, Ip address) {
    this(hostname, address, Origin.here());
  }
}

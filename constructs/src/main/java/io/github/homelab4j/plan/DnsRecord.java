package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Hostname;

/**
 * A host name and the address that it resolves to.
 *
 * @param hostname the name
 * @param address the address
 * @param view who gets this answer
 * @param origin the line of the plan that made it
 */
public record DnsRecord(Hostname hostname, Ip address, View view, Origin origin) {
  /** Who asks. */
  public enum View {
    /** Those in the homelab. */
    INSIDE,
    /** Everybody else, of a public DNS server. */
    OUTSIDE
  }

  /** A name and its address for those in the homelab. */
  public DnsRecord(Hostname hostname, Ip address) {
    this(hostname, address, View.INSIDE, Origin.here());
  }

  /** The same for everybody else. */
  public DnsRecord fromOutside() {
    return new DnsRecord(hostname, address, View.OUTSIDE, origin);
  }
}

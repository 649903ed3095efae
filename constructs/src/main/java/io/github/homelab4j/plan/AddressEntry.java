package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;

/**
 * Who has an address, or what it is used as.
 *
 * @param address the address
 * @param role what has it
 * @param name the name of what has it
 * @param cluster the cluster that it belongs to, or empty
 * @param origin the line of the plan that says so
 */
public record AddressEntry(Ip address, Role role, String name, String cluster, Origin origin) {
  /** What has an address. */
  public enum Role {
    /** A machine of a cluster. */
    NODE("node"),
    /** A machine outside Kubernetes. */
    HOST("host"),
    /** The Kubernetes API of a cluster, when its address is that of no machine of it. */
    API("the Kubernetes API of"),
    /** A Service of type LoadBalancer. */
    LOAD_BALANCER("load balancer"),
    /** A router that a cluster peers with. */
    ROUTER("router"),
    /** The gateway of a network. */
    GATEWAY("the gateway of"),
    /** A DNS server of a network. */
    DNS_SERVER("a DNS server of"),
    /** A lighthouse of an overlay. */
    LIGHTHOUSE("lighthouse");

    private final String words;

    Role(String words) {
      this.words = words;
    }

    /** Whether it is what stands behind the address, and not a use of what stands there. */
    public boolean isOwner() {
      return compareTo(LOAD_BALANCER) <= 0;
    }
  }

  /** What has it, as {@code node infra-1}. */
  public String what() {
    return role.words + " " + name;
  }

  /** What has it and where, as {@code node infra-1 of cluster infra}. */
  public String describe() {
    return cluster.isEmpty() || role == Role.API || role == Role.ROUTER
        ? what()
        : what() + " of cluster " + cluster;
  }
}

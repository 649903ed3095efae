package io.github.homelab4j.plan;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.core.SecretRef;
import java.util.Optional;

/**
 * A router that clusters peer with by BGP, and the session with it.
 *
 * @param name its host name
 * @param address its address
 * @param asn its autonomous system
 * @param timers when either end counts as gone
 * @param hops how many hops away it may be: 1 for a neighbour in the network of the machines
 * @param password the Secret with the key {@code password} that both ends sign packets with
 * @param origin the line of the plan that made it
 */
public record BgpPeer(
    String name,
    Ip address,
    long asn,
    BgpTimers timers,
    int hops,
    Optional<SecretRef> password,
    Origin origin) {
  /** A neighbour in the network of the machines. */
  public BgpPeer(String name, Ip address, long asn) {
    this(name, address, asn, BgpTimers.FAST, 1, Optional.empty(), Origin.here());
  }

  /**
   * A router of the plan, as a neighbour in the network of the machines.
   *
   * @throws InvalidPropsException when it does not speak BGP
   */
  public static BgpPeer of(HostPlan router) {
    var bgp =
        router
            .bgp()
            .orElseThrow(
                () ->
                    new InvalidPropsException(
                        "host %s does not speak BGP: set bgp in its plan"
                            .formatted(router.name())));
    return new BgpPeer(router.name(), router.address(), bgp.asn());
  }

  /** With other timers. */
  public BgpPeer timers(BgpTimers other) {
    return new BgpPeer(name, address, asn, other, hops, password, origin);
  }

  /** Further away than one hop. */
  public BgpPeer hops(int count) {
    return new BgpPeer(name, address, asn, timers, count, password, origin);
  }

  /** With signed packets. */
  public BgpPeer password(SecretRef secret) {
    return new BgpPeer(name, address, asn, timers, hops, Optional.of(secret), origin);
  }
}

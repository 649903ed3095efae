package io.github.homelab4j.plan;

import io.github.homelab4j.core.InvalidPropsException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The addresses that a cluster gives to Services of type LoadBalancer. */
public final class LoadBalancerPool {
  private final String cluster;
  private final IpRange range;
  private final Map<String, Reservation> reservations = new LinkedHashMap<>();

  /** The pool of a cluster. */
  public LoadBalancerPool(String cluster, IpRange range) {
    this.cluster = cluster;
    this.range = range;
  }

  /** Its addresses. */
  public IpRange range() {
    return range;
  }

  /** What was taken by name, in that order. */
  public Collection<Reservation> reservations() {
    return reservations.values();
  }

  /**
   * Takes an address by name.
   *
   * @throws InvalidPropsException when the address is outside the pool, or it or the name is taken
   */
  public Reservation reserve(String name, String address) {
    var ip = Ip.of(address);
    if (!range.contains(ip)) {
      throw new InvalidPropsException(
          "%s for %s is not in the pool of cluster %s (%s): take one of it"
              .formatted(ip, name, cluster, range));
    }
    for (var other : reservations.values()) {
      if (other.address().equals(ip) || other.name().equals(name)) {
        throw new InvalidPropsException(
            "%s for %s is taken: %s has %s: take another"
                .formatted(ip, name, other.name(), other.address()));
      }
    }
    var reservation = new Reservation(name, ip, "cluster " + cluster);
    reservations.put(name, reservation);
    return reservation;
  }
}

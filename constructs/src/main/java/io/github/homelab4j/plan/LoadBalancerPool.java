package io.github.homelab4j.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that a cluster gives to Services of type LoadBalancer. {@link Network#pool} makes one
 * inside a network, where hosts find its addresses by ARP; one that lies in no network is found by
 * BGP.
 *
 * <p>Constructs get an address by a reservation. Addresses that the plan names are kept as they
 * are; for other reservations the next free one is chosen and recorded in {@code
 * clusters/<homelab>.lock.yaml}, so that it stays.
 */
public final class LoadBalancerPool {
  private final String name;
  private final IpRange range;
  private final Optional<Network> inside;
  private final Origin origin = Origin.here();
  private final List<Reservation> reservations = new ArrayList<>();
  @JsonIgnore private final AddressChoice choice = new AddressChoice(this);

  /** A pool of addresses that belong to no network, by a name that is unique in the repository. */
  public LoadBalancerPool(String name, IpRange range) {
    this(name, range, Optional.empty());
  }

  LoadBalancerPool(String name, IpRange range, Optional<Network> inside) {
    this.name = name;
    this.range = range;
    this.inside = inside;
  }

  /** Its name; most often that of the cluster. */
  public String name() {
    return name;
  }

  /** Its addresses. */
  public IpRange range() {
    return range;
  }

  /** The network that it lies in. */
  public Optional<Network> inside() {
    return inside;
  }

  /** The line of the plan that made it. */
  public Origin origin() {
    return origin;
  }

  /** What was taken by name, in that order. */
  public List<Reservation> reservations() {
    return List.copyOf(reservations);
  }

  /** What was chosen for reservations that name no address, and what the lock says of them. */
  public AddressChoice choice() {
    return choice;
  }

  /**
   * Takes the next free address by name; the one that the lock has for it, if it has one.
   *
   * @throws InvalidPropsException when the name is taken
   */
  public Reservation reserve(String what) {
    return add(what, Optional.empty());
  }

  /**
   * Takes an address by name.
   *
   * @throws InvalidPropsException when the address is outside the pool, or it or the name is taken
   */
  public Reservation reserve(String what, String address) {
    var ip = Ip.of(address);
    if (!range.contains(ip)) {
      Invalid.setting(
          "%s for %s is not in pool %s (%s): take one of it".formatted(ip, what, name, range));
    }
    for (var other : reservations) {
      if (other.explicit().or(() -> choice.made(other.name())).filter(ip::equals).isPresent()) {
        Invalid.setting(
            "%s for %s is taken: %s has it: take another".formatted(ip, what, other.name()));
      }
    }
    return add(what, Optional.of(ip));
  }

  private Reservation add(String what, Optional<Ip> address) {
    if (reservations.stream().anyMatch(other -> other.name().equals(what))) {
      Invalid.setting(
          "pool %s has an address for %s already: pass that reservation on, or take another name"
              .formatted(name, what));
    }
    var reservation = new Reservation(what, address, this);
    reservations.add(reservation);
    return reservation;
  }

  Ip choice(String what) {
    return choice.of(what);
  }

  @Override
  public String toString() {
    return name + " " + range;
  }
}

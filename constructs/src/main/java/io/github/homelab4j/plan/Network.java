package io.github.homelab4j.plan;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A network of a homelab. Two that say the same are the same network: machines of several clusters
 * stand in one.
 */
@Value.Immutable
public interface Network {
  /** What a network is made of. */
  enum Kind {
    /** A network of switches and access points. */
    LAN,
    /** A part of one, told apart by a tag. */
    VLAN,
    /** A network between hosts that lies over others, as Nebula's. */
    OVERLAY,
    /** What people dial into. */
    VPN,
    /** A bridge of containers inside a host, as Docker's. */
    CONTAINERS
  }

  /** Its name, unique in the homelab. */
  String name();

  /** What it is made of: a VLAN where it has a tag, a LAN by default. */
  @Value.Default
  default Kind kind() {
    return vlan().isPresent() ? Kind.VLAN : Kind.LAN;
  }

  /** The tag of a VLAN, 1 to 4094. */
  Optional<Integer> vlan();

  /** Its addresses: one range, or one of IPv4 and one of IPv6. */
  List<Cidr> ranges();

  /** Its routers' addresses in it, one for each family; none by default. */
  List<Ip> gateways();

  /** What its DHCP server gives out; nothing by default. */
  List<IpRange> dhcp();

  /** The DNS servers that its hosts ask; none by default. */
  List<Ip> dns();

  /** The network that it is a part of, when it is one. */
  Optional<Network> inside();

  /** Hosts of an overlay that all others find each other by. */
  List<Lighthouse> lighthouses();

  /** The line of the plan that built it. */
  @Value.Auxiliary
  @Value.Derived
  default Origin origin() {
    return Origin.here();
  }

  /** Whether the address is one of it. */
  default boolean contains(Ip address) {
    return ranges().stream().anyMatch(range -> range.contains(address));
  }

  /** A pool of addresses of this network, for Services of type LoadBalancer. */
  default LoadBalancerPool pool(String name, String first, String last) {
    return new LoadBalancerPool(name, IpRange.of(first, last), Optional.of(this));
  }

  /** A range of each family at most; a tag that switches know. */
  @Value.Check
  default void check() {
    if (ranges().stream().map(Cidr::isV4).distinct().count() < ranges().size()) {
      Invalid.setting(
          "network %s has ranges %s: give it one of each family, and make others networks of their own"
              .formatted(name(), ranges()));
    }
    if (vlan().filter(tag -> tag < 1 || tag > 4094).isPresent()) {
      Invalid.setting(
          "VLAN %s has tag %s: tags are from 1 to 4094".formatted(name(), vlan().orElseThrow()));
    }
    if (kind() == Kind.VLAN && vlan().isEmpty()) {
      Invalid.setting("VLAN %s has no tag: set vlan".formatted(name()));
    }
  }

  /** A LAN with nothing more to say about it. */
  static Network lan(String name, String... ranges) {
    return of(name, Kind.LAN, ranges).build();
  }

  /** A VLAN by its tag. */
  static Network vlan(String name, int tag, String... ranges) {
    return of(name, Kind.VLAN, ranges).vlan(tag).build();
  }

  /** An overlay. */
  static Network overlay(String name, String... ranges) {
    return of(name, Kind.OVERLAY, ranges).build();
  }

  /** A VPN. */
  static Network vpn(String name, String... ranges) {
    return of(name, Kind.VPN, ranges).build();
  }

  /** The bridge that Docker makes on a host unless it is told otherwise. */
  static Network docker() {
    return of("docker", Kind.CONTAINERS, "172.17.0.0/16").build();
  }

  private static Builder of(String name, Kind kind, String... ranges) {
    return builder().name(name).kind(kind).addAllRanges(Stream.of(ranges).map(Cidr::of).toList());
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Network}. */
  final class Builder extends ImmutableNetwork.Builder {}
}

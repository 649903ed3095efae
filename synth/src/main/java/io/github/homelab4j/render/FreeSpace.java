package io.github.homelab4j.render;

import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Addresses that nobody has yet. */
final class FreeSpace {
  private final HomelabPlan plan;

  FreeSpace(HomelabPlan plan) {
    this.plan = plan;
  }

  /** What a pool can still give out. */
  List<IpRange> of(LoadBalancerPool pool) {
    return without(
        pool.range(),
        pool.reservations().stream()
            .map(each -> new IpRange(each.address(), each.address()))
            .toList());
  }

  /** What hosts of a network can still get, network and broadcast addresses apart. */
  List<IpRange> of(Network network) {
    var taken = new ArrayList<IpRange>(network.dhcp());
    AddressBook.of(plan).addresses().forEach(each -> taken.add(new IpRange(each, each)));
    plan.clusters().forEach(each -> each.pools().forEach(pool -> taken.add(pool.range())));
    plan.networks().stream()
        .filter(part -> part.inside().filter(network::equals).isPresent())
        .flatMap(part -> part.ranges().stream())
        .forEach(range -> taken.add(range.range()));
    return network.ranges().stream()
        .flatMap(
            range ->
                without(range.prefix() < 31 ? hosts(range.range()) : range.range(), taken).stream())
        .toList();
  }

  /** How many addresses ranges have. */
  static BigInteger size(List<IpRange> ranges) {
    return ranges.stream().map(IpRange::size).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static IpRange hosts(IpRange range) {
    return new IpRange(range.first().plus(1), range.last().plus(-1));
  }

  private static List<IpRange> without(IpRange range, List<IpRange> taken) {
    var free = new ArrayList<IpRange>();
    var next = range.first();
    for (var each :
        taken.stream()
            .filter(range::overlaps)
            .sorted(Comparator.comparing(IpRange::first).thenComparing(IpRange::last))
            .toList()) {
      if (next.compareTo(each.first()) < 0) {
        free.add(new IpRange(next, each.first().plus(-1)));
      }
      next = later(next, each.last().plus(1));
    }
    if (next.compareTo(range.last()) <= 0) {
      free.add(new IpRange(next, range.last()));
    }
    return free;
  }

  private static Ip later(Ip one, Ip other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

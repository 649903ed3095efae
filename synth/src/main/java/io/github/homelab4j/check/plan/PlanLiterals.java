package io.github.homelab4j.check.plan;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.unit.Hostname;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The addresses and host names that stand in a plan. */
final class PlanLiterals {
  // What means the same everywhere: any address, this host, link-local, multicast.
  private static final List<Cidr> EVERYWHERE =
      List.of(
          Cidr.of("0.0.0.0/8"),
          Cidr.of("127.0.0.0/8"),
          Cidr.of("169.254.0.0/16"),
          Cidr.of("::/127"),
          Cidr.of("fe80::/10"),
          Cidr.of("ff00::/8"));

  private final Set<String> addresses = new HashSet<>();
  private final Set<String> hostnames = new HashSet<>();
  private final List<Hostname> patterns = new ArrayList<>();
  private final Map<String, Boolean> asked = new HashMap<>();

  PlanLiterals(HomelabPlan plan) {
    plan.clusters().forEach(this::add);
    plan.allNetworks().forEach(this::add);
    plan.outsideAddresses().forEach(this::add);
    AddressBook.of(plan).addresses().forEach(this::add);
    plan.allNetworks().stream()
        .flatMap(network -> network.ranges().stream())
        .forEach(range -> onInterfaces(range, AddressBook.of(plan).addresses()));
    plan.domains().forEach(domain -> hostnames.add(domain.name()));
    plan.records().forEach(record -> add(record.hostname()));
    plan.outside().stream()
        .map(service -> URI.create(service.url()).getHost())
        .filter(host -> host != null)
        .forEach(this::outside);
    if (plan.hosts().stream().anyMatch(host -> host.runsDocker())) {
      add(Network.docker());
    }
  }

  private void add(Hostname name) {
    hostnames.add(name.name());
    if (name.name().startsWith("*")) {
      patterns.add(name);
    }
  }

  private void outside(String host) {
    hostnames.add(host);
    addresses.add(host);
  }

  private void add(Network network) {
    network.ranges().forEach(range -> addresses.add(range.text()));
    network.dhcp().forEach(this::add);
    network.lighthouses().forEach(each -> hostnames.add(each.reachedAt().name()));
  }

  private void add(ClusterPlan cluster) {
    cluster.podRanges().forEach(range -> addresses.add(range.text()));
    cluster.nativeRouting().ifPresent(range -> addresses.add(range.text()));
    for (var range : cluster.serviceRanges()) {
      addresses.add(range.text());
      add(range.nth(1));
      add(range.nth(10));
    }
    cluster.pools().forEach(pool -> add(pool.range()));
  }

  private void add(IpRange range) {
    add(range.first());
    add(range.last());
    addresses.add(range.toString());
  }

  private void add(Ip address) {
    addresses.add(address.text());
    addresses.add(address.host().text());
  }

  // Interfaces have their address with the prefix of the network that they are in.
  private void onInterfaces(Cidr range, Collection<Ip> known) {
    known.stream()
        .filter(range::contains)
        .forEach(address -> addresses.add(address + "/" + range.prefix()));
  }

  boolean ownsAddress(String literal) {
    return addresses.contains(literal) || asked.computeIfAbsent(literal, this::isOwned);
  }

  // Another spelling of an address of ours, or one that means the same everywhere.
  private boolean isOwned(String literal) {
    try {
      var slash = literal.indexOf('/');
      var address = Ip.of(slash < 0 ? literal : literal.substring(0, slash));
      return addresses.contains(slash < 0 ? address.text() : address + literal.substring(slash))
          || EVERYWHERE.stream().anyMatch(network -> network.contains(address));
    } catch (InvalidPropsException none) {
      return true;
    }
  }

  boolean ownsName(String name) {
    return hostnames.contains(name)
        || patterns.stream().anyMatch(pattern -> pattern.covers(Hostname.of(name)));
  }
}

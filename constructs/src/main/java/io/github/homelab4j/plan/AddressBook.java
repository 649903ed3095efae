package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.plan.AddressEntry.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who has which address: everything of a plan that has one, in the plan's order. */
public final class AddressBook {
  private final List<AddressEntry> entries = new ArrayList<>();

  private AddressBook(HomelabPlan plan) {
    plan.clusters().forEach(this::cluster);
    plan.hosts().forEach(this::host);
    plan.allNetworks().forEach(this::network);
  }

  /** Everything of a plan that has an address. */
  public static AddressBook of(HomelabPlan plan) {
    return new AddressBook(plan);
  }

  /** All entries; an address may have several, as the gateway that is a host as well. */
  public List<AddressEntry> entries() {
    return List.copyOf(entries);
  }

  /** The entries of an address, who has it before who uses it. */
  public List<AddressEntry> of(Ip address) {
    return entries.stream()
        .filter(entry -> entry.address().equals(address))
        .sorted(Comparator.comparing(AddressEntry::role))
        .toList();
  }

  /** All addresses. */
  public Set<Ip> addresses() {
    return new TreeSet<>(entries.stream().map(AddressEntry::address).toList());
  }

  private void cluster(ClusterPlan cluster) {
    var name = cluster.name();
    for (var node : cluster.nodes()) {
      for (var address : node.addresses()) {
        add(address, Role.NODE, node.name(), name, node.origin());
      }
    }
    if (cluster.nodes().stream().noneMatch(node -> node.address().equals(cluster.apiEndpoint()))) {
      add(cluster.apiEndpoint(), Role.API, name, name, cluster.origin());
    }
    for (var pool : cluster.pools()) {
      for (var each : pool.reservations()) {
        add(each.address(), Role.LOAD_BALANCER, each.name(), name, each.origin());
      }
    }
    cluster.bgp().stream()
        .flatMap(bgp -> bgp.peers().stream())
        .forEach(peer -> add(peer.address(), Role.ROUTER, peer.name(), name, peer.origin()));
  }

  private void host(HostPlan host) {
    host.addresses().forEach(each -> add(each, Role.HOST, host.name(), "", host.origin()));
  }

  private void network(Network network) {
    var name = network.name();
    network.gateways().forEach(each -> add(each, Role.GATEWAY, name, "", network.origin()));
    network.dns().forEach(each -> add(each, Role.DNS_SERVER, name, "", network.origin()));
    network
        .lighthouses()
        .forEach(each -> add(each.address(), Role.LIGHTHOUSE, each.name(), "", network.origin()));
  }

  private void add(Ip address, AddressEntry.Role role, String name, String cluster, Origin origin) {
    entries.add(new AddressEntry(address, role, name, cluster, origin));
  }
}

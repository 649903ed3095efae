package io.github.homelab4j.render;

import static io.github.homelab4j.render.Markdown.code;

import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of networks, ranges, pools and BGP sessions of a plan. */
final class NetworkTables {
  private static final String NONE = "";

  private final HomelabPlan plan;
  private final FreeSpace free;

  NetworkTables(HomelabPlan plan) {
    this.plan = plan;
    this.free = new FreeSpace(plan);
  }

  List<List<String>> networks() {
    return plan.allNetworks().stream().map(this::network).toList();
  }

  List<List<String>> ranges() {
    return plan.clusters().stream().map(NetworkTables::ranges).toList();
  }

  private List<String> network(Network network) {
    var kind =
        network
            .vlan()
            .map(tag -> "VLAN " + tag)
            .orElse(
                switch (network.kind()) {
                  case LAN, VPN, VLAN -> network.kind().name();
                  default -> network.kind().name().toLowerCase(Locale.ROOT);
                });
    var machines = network.kind() == Network.Kind.LAN || network.kind() == Network.Kind.VLAN;
    return List.of(
        network.name() + network.inside().map(outer -> ", in " + outer.name()).orElse(NONE),
        kind,
        code(network.ranges().stream()),
        code(network.gateways().stream()),
        code(network.dns().stream()),
        code(network.dhcp().stream()),
        machines ? code(free.of(network).stream().map(NetworkTables::shortest)) : NONE);
  }

  private static String shortest(IpRange range) {
    return range.first().equals(range.last()) ? range.first().text() : range.toString();
  }

  private static List<String> ranges(ClusterPlan cluster) {
    return List.of(
        cluster.name(),
        code(cluster.podRanges().stream()),
        code(cluster.serviceRanges().stream()),
        code(cluster.dnsAddress()),
        code(cluster.nativeRouting().stream()),
        cluster.mesh().map(mesh -> mesh.cluster() + ", id " + mesh.id()).orElse(NONE));
  }

  List<List<String>> pools() {
    var rows = new ArrayList<List<String>>();
    for (var cluster : plan.clusters()) {
      for (var pool : cluster.pools()) {
        var left = free.of(pool);
        rows.add(
            List.of(
                pool.name(),
                cluster.name(),
                code(pool.range()),
                foundBy(cluster, pool),
                String.valueOf(pool.reservations().size()),
                FreeSpace.size(left).toString(),
                code(left.stream().limit(1).map(IpRange::first))));
      }
    }
    return rows;
  }

  /** How packets find addresses of a pool. */
  static String foundBy(ClusterPlan cluster, LoadBalancerPool pool) {
    return Stream.of(
            pool.inside().map(network -> "ARP in " + network.name()),
            cluster.bgp().map(bgp -> "BGP"))
        .flatMap(way -> way.stream())
        .collect(Collectors.joining(", "));
  }

  List<List<String>> sessions() {
    var rows = new ArrayList<List<String>>();
    for (var cluster : plan.clusters()) {
      cluster
          .bgp()
          .ifPresent(
              bgp ->
                  bgp.peers()
                      .forEach(
                          peer ->
                              rows.add(
                                  List.of(
                                      cluster.name(),
                                      String.valueOf(bgp.asn()),
                                      peer.name(),
                                      String.valueOf(peer.asn()),
                                      code(peer.address()),
                                      peer.timers().hold().toSeconds() + "s"))));
    }
    return rows;
  }
}

package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.AddressEntry;
import io.github.homelab4j.plan.AddressEntry.Role;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Every address has one owner, is one that a host can have, and is in a network of the plan. */
public final class PlanAddresses implements PlanCheck {
  // A router is the peer of several clusters and a gateway; a machine may be a DNS server.
  private static final Set<Role> USES_OF_MACHINES = Set.of(Role.DNS_SERVER, Role.LIGHTHOUSE);
  private static final Set<Network.Kind> WITH_BROADCAST =
      Set.of(Network.Kind.LAN, Network.Kind.VLAN);

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.ADDRESS_TWICE, PlanRule.ADDRESS_UNUSABLE, PlanRule.ADDRESS_OUTSIDE_NETWORKS);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var before = new HashMap<Ip, AddressEntry>();
    var networks = plan.allNetworks();
    for (var entry : AddressBook.of(plan).entries()) {
      var subject = subject(plan, entry);
      var other = before.putIfAbsent(entry.address(), entry);
      report.judge(
          PlanRule.ADDRESS_TWICE,
          subject,
          other == null || together(plan, entry, other) || together(plan, other, entry),
          () ->
              "%s is given to %s and to %s: take another for one of them"
                  .formatted(entry.address(), entry.what(), other.describe()));
      if (entry.role().isOwner() || entry.role() == Role.GATEWAY) {
        usable(entry, subject, networks, report);
        known(entry, subject, networks, report);
      }
    }
    pools(plan, report);
  }

  private static Subject subject(HomelabPlan plan, AddressEntry entry) {
    return plan.clusters().stream()
        .filter(cluster -> cluster.name().equals(entry.cluster()))
        .findFirst()
        .map(Subject::of)
        .orElseGet(() -> Subject.of(plan, entry.origin()))
        .at(entry.origin());
  }

  // Whether the second may stand behind, or be the same as, the first.
  private static boolean together(HomelabPlan plan, AddressEntry use, AddressEntry owner) {
    if (use.describe().equals(owner.describe())) {
      return true;
    }
    if (use.role() == Role.API && owner.role() == Role.HOST) {
      return servesApi(plan, use, owner);
    }
    if (use.role().isOwner()) {
      return false;
    }
    return switch (owner.role()) {
      case HOST -> true;
      case NODE, LOAD_BALANCER -> USES_OF_MACHINES.contains(use.role());
      case API -> false;
      default -> use.role() != Role.ROUTER || owner.role() != Role.ROUTER;
    };
  }

  // A proxy in front of the Kubernetes API.
  private static boolean servesApi(HomelabPlan plan, AddressEntry api, AddressEntry host) {
    var port =
        plan.clusters().stream()
            .filter(cluster -> cluster.name().equals(api.cluster()))
            .map(cluster -> cluster.apiPort())
            .findFirst();
    return plan.hosts().stream()
        .filter(each -> each.name().equals(host.name()))
        .map(HostPlan::services)
        .flatMap(List::stream)
        .anyMatch(service -> port.filter(service.port()::equals).isPresent());
  }

  private static void usable(
      AddressEntry entry, Subject subject, List<Network> networks, Report report) {
    for (var network : networks) {
      if (WITH_BROADCAST.contains(network.kind()) && network.contains(entry.address())) {
        report.judge(
            PlanRule.ADDRESS_UNUSABLE,
            subject,
            !isEdge(network, entry.address()),
            () ->
                "%s of %s is the first or last address of %s, which no host can have: take one in between"
                    .formatted(entry.address(), entry.what(), PlanRanges.describe(network)));
      }
    }
  }

  private static void pools(HomelabPlan plan, Report report) {
    for (var cluster : plan.clusters()) {
      for (var pool : cluster.pools()) {
        for (var network : pool.inside().stream().toList()) {
          report.judge(
              PlanRule.ADDRESS_UNUSABLE,
              Subject.of(cluster).at(pool.origin()),
              !isEdge(network, pool.range().first()) && !isEdge(network, pool.range().last()),
              () ->
                  "pool %s (%s) has the first or last address of %s, which no host can have: leave it out"
                      .formatted(pool.name(), pool.range(), PlanRanges.describe(network)));
        }
      }
    }
  }

  // IPv6 has no broadcast, but its first address is that of all routers.
  private static boolean isEdge(Network network, Ip address) {
    return network.ranges().stream()
        .filter(range -> range.prefix() < (range.isV4() ? 31 : 127))
        .map(range -> range.range())
        .anyMatch(
            range ->
                range.first().equals(address) || (address.isV4() && range.last().equals(address)));
  }

  private static void known(
      AddressEntry entry, Subject subject, List<Network> networks, Report report) {
    if ((entry.role() == Role.HOST || entry.role() == Role.NODE) && entry.address().isPrivate()) {
      report.judge(
          PlanRule.ADDRESS_OUTSIDE_NETWORKS,
          subject,
          networks.stream().anyMatch(network -> network.contains(entry.address())),
          () ->
              "%s of %s is in no network of the plan: correct it, or add its network to networks()"
                  .formatted(entry.address(), entry.what()));
    }
  }
}

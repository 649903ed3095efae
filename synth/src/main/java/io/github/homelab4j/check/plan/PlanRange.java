package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that somebody has for himself.
 *
 * @param name who, as {@code network lan}
 * @param text the addresses as the plan writes them
 * @param range the addresses
 * @param within the network that they are declared to be a part of
 * @param network the network that they are
 * @param subject whom findings name
 */
record PlanRange(
    String name,
    String text,
    IpRange range,
    Optional<Network> within,
    Optional<Network> network,
    Subject subject) {
  // What somebody has who never chose.
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "10.42.0.0/16", "K3s's default for pods",
          "10.43.0.0/16", "K3s's default for Services",
          "10.244.0.0/16", "Talos's default for pods",
          "10.96.0.0/12", "Talos's default for Services",
          "172.17.0.0/16", "Docker's default");

  /** All ranges of a plan but those of natively routed pods, outer ones first. */
  static List<PlanRange> of(HomelabPlan plan) {
    var out = new ArrayList<PlanRange>();
    var networks = new LinkedHashSet<>(plan.allNetworks());
    plan.hosts().stream()
        .filter(host -> host.runsDocker())
        .limit(1)
        .forEach(host -> networks.add(Network.docker()));
    for (var network : networks) {
      var subject = Subject.of(plan, network.origin());
      for (var range : network.ranges()) {
        out.add(
            new PlanRange(
                "network " + network.name(),
                range.text(),
                range.range(),
                network.inside(),
                Optional.of(network),
                subject));
      }
    }
    for (var cluster : plan.clusters()) {
      var subject = Subject.of(cluster);
      cluster.podRanges().forEach(each -> out.add(of(cluster.name() + " pods", each, subject)));
      cluster
          .serviceRanges()
          .forEach(each -> out.add(of(cluster.name() + " Services", each, subject)));
    }
    for (var cluster : plan.clusters()) {
      for (var pool : cluster.pools()) {
        out.add(
            new PlanRange(
                "pool " + pool.name(),
                pool.range().toString(),
                pool.range(),
                pool.inside(),
                Optional.empty(),
                Subject.of(cluster).at(pool.origin())));
      }
    }
    return out;
  }

  static PlanRange of(String name, Cidr range, Subject subject) {
    return new PlanRange(
        name, range.text(), range.range(), Optional.empty(), Optional.empty(), subject);
  }

  /** Whether it is declared to be a part of the other one, or of what that is a part of. */
  boolean isWithin(PlanRange other) {
    for (var at = within; at.isPresent(); at = at.get().inside()) {
      if (at.equals(other.network)) {
        return true;
      }
    }
    return false;
  }

  boolean isPool() {
    return name.startsWith("pool ");
  }

  /** Who and which, as {@code network lan (10.0.0.0/24)}. */
  String describe() {
    var known = DEFAULTS.get(text);
    return known == null
        ? "%s (%s)".formatted(name, text)
        : "%s (%s, %s)".formatted(name, text, known);
  }
}

package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Host names stand under a domain of the homelab, once each for who asks, and lead to an address
 * that the plan gives to somebody; clusters, networks, pools and machines have names of their own.
 */
public final class PlanNames implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.HOSTNAME_OUTSIDE_DOMAIN,
        PlanRule.HOSTNAME_TWICE,
        PlanRule.RECORD_TO_NOBODY,
        PlanRule.NAME_TWICE);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var known = AddressBook.of(plan).addresses();
    var seen = new HashMap<String, Ip>();
    for (var record : plan.records()) {
      var subject = Subject.of(plan, record.origin());
      domain(plan, record, subject, report);
      once(record, seen, subject, report);
      report.judge(
          PlanRule.RECORD_TO_NOBODY,
          subject,
          known.contains(record.address())
              || (record.view() == DnsRecord.View.OUTSIDE && !record.address().isPrivate()),
          () ->
              "%s leads to %s, which the plan gives to nobody: reserve it, with reserve(…) of a pool for a Service"
                  .formatted(record.hostname(), record.address()));
    }
    // Two machines of one name have a rule of their own.
    for (var machine : plan.machineRecords()) {
      once(machine, new HashMap<>(seen), Subject.of(plan, machine.origin()), report);
    }
    names(plan, report);
  }

  private static void domain(HomelabPlan plan, DnsRecord record, Subject subject, Report report) {
    var name = record.hostname();
    report.judge(
        PlanRule.HOSTNAME_OUTSIDE_DOMAIN,
        subject,
        plan.domains().stream()
            .anyMatch(domain -> name.equals(domain) || name.name().endsWith("." + domain)),
        () ->
            plan.domains().size() == 1
                ? "%s is not under the domain %s: take a name below it"
                    .formatted(name, plan.domain())
                : "%s is under none of the domains %s: take a name below one of them"
                    .formatted(name, plan.domains()));
  }

  // One of each family is one record to those who ask.
  private static void once(DnsRecord record, Map<String, Ip> seen, Subject subject, Report report) {
    var key = record.hostname() + " " + record.view() + " " + record.address().isV4();
    var other = seen.putIfAbsent(key, record.address());
    report.judge(
        PlanRule.HOSTNAME_TWICE,
        subject,
        other == null,
        () ->
            "%s leads to %s and to %s: keep one"
                .formatted(record.hostname(), other, record.address()));
  }

  private static void names(HomelabPlan plan, Report report) {
    var clusters = new HashMap<String, String>();
    var networks = new HashMap<String, String>();
    var pools = new HashMap<String, String>();
    var machines = new HashMap<String, String>();
    for (var network : plan.allNetworks()) {
      var text = PlanRanges.text(network);
      one(networks, "network", network.name(), text, Subject.of(plan, network.origin()), report);
    }
    for (var cluster : plan.clusters()) {
      var subject = Subject.of(cluster);
      one(clusters, "cluster", cluster.name(), cluster.pods().text(), subject, report);
      for (var pool : cluster.pools()) {
        var text = pool.range().toString();
        one(pools, "pool", pool.name(), text, subject.at(pool.origin()), report);
      }
      for (var node : cluster.nodes()) {
        var text = node.address().text();
        one(machines, "machine", node.name(), text, subject.at(node.origin()), report);
      }
    }
    for (var host : plan.hosts()) {
      var text = host.address().text();
      one(machines, "machine", host.name(), text, Subject.of(plan, host.origin()), report);
    }
  }

  private static void one(
      Map<String, String> seen,
      String kind,
      String name,
      String text,
      Subject subject,
      Report report) {
    var other = seen.putIfAbsent(name, text);
    report.judge(
        PlanRule.NAME_TWICE,
        subject,
        other == null,
        () ->
            "there are two %ss %s (%s and %s): give one of them another name"
                .formatted(kind, name, other, text));
  }
}

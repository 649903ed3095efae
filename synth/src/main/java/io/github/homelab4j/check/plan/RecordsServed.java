package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.References;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A name leads those inside to where a route or Ingress serves it. */
public final class RecordsServed implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.RECORD_ELSEWHERE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var route : cluster.objects("HTTPRoute")) {
        var hosts = new TreeSet<String>();
        route.emitted().at("/spec/hostnames").forEach(host -> hosts.add(host.asText()));
        hosts(homelab, route, hosts, gateways(cluster, route), report);
      }
      for (var ingress : cluster.objects("Ingress")) {
        var hosts = new TreeSet<String>();
        ingress.emitted().at("/spec/rules").forEach(rule -> hosts.add(rule.path("host").asText()));
        hosts(homelab, ingress, hosts, controllers(ingress), report);
      }
    }
  }

  private static void hosts(
      HomelabView homelab,
      Subject route,
      Set<String> hosts,
      Set<String> addresses,
      Report report) {
    for (var host : hosts) {
      for (var record : addresses.isEmpty() ? List.<DnsRecord>of() : records(homelab, host)) {
        report.judge(
            PlanRule.RECORD_ELSEWHERE,
            Subject.of(homelab.plan(), record.origin()),
            addresses.contains(record.address().text()),
            () ->
                "%s leads to %s, and %s of %s serves it at %s: correct the record, or attach it there"
                    .formatted(
                        host,
                        record.address(),
                        route.emitted().describe(),
                        route.cluster(),
                        String.join(", ", addresses)));
      }
    }
  }

  // A pattern answers for what has no record of its own.
  private static List<DnsRecord> records(HomelabView homelab, String host) {
    if (host.isEmpty() || host.startsWith("*")) {
      return List.of();
    }
    var inside =
        homelab.plan().records().stream()
            .filter(record -> record.view() == DnsRecord.View.INSIDE)
            .filter(record -> record.hostname().covers(Hostname.of(host)))
            .toList();
    var own = inside.stream().filter(record -> record.hostname().name().equals(host)).toList();
    return own.isEmpty() ? inside : own;
  }

  private static Set<String> gateways(ClusterView cluster, Subject route) {
    var addresses = new TreeSet<String>();
    for (var parent : route.emitted().at("/spec/parentRefs")) {
      var namespace = parent.path("namespace").asText(route.emitted().namespace());
      cluster
          .object("Gateway", namespace, parent.path("name").asText())
          .ifPresent(gateway -> addresses.addAll(AddressesAsked.of(gateway)));
    }
    return addresses;
  }

  private static Set<String> controllers(Subject ingress) {
    var addresses = new TreeSet<String>();
    ingress
        .unit()
        .flatMap(unit -> unit.component())
        .ifPresent(
            component ->
                References.visit(
                    component.props(),
                    (path, ref) -> {
                      if (ref instanceof IngressRef entry) {
                        addresses.add(entry.address().text());
                      }
                    }));
    return addresses;
  }
}

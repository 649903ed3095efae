package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.References;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A name leads those inside to where a route or an Ingress serves it. */
public final class RecordsServed implements Check {
  // Anything else is a finding of its own.
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.RECORD_ELSEWHERE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var served = new TreeMap<String, SortedMap<String, String>>();
    for (var cluster : homelab.clusters()) {
      cluster.objects("HTTPRoute").forEach(route -> route(cluster, route, served));
      cluster.objects("Ingress").forEach(ingress -> ingress(cluster, ingress, served));
    }
    served.forEach((host, places) -> judge(homelab, host, places, report));
  }

  // One of each family may lead there, and several entries may serve a name by its paths.
  private static void judge(
      HomelabView homelab, String host, SortedMap<String, String> places, Report report) {
    var records = records(homelab, host);
    if (records.isEmpty()) {
      return;
    }
    var first = records.get(0);
    report.judge(
        PlanRule.RECORD_ELSEWHERE,
        Subject.of(homelab.plan(), first.origin()),
        records.stream().anyMatch(record -> places.containsKey(record.address().text())),
        () ->
            "%s leads to %s, and %s serves it at %s: correct the record, or attach it there"
                .formatted(
                    host, first.address(), places.get(places.firstKey()), places.firstKey()));
  }

  // A pattern answers for what has no record of its own.
  private static List<DnsRecord> records(HomelabView homelab, String host) {
    var inside =
        homelab.plan().records().stream()
            .filter(record -> record.view() == DnsRecord.View.INSIDE)
            .filter(record -> record.hostname().covers(Hostname.of(host)))
            .toList();
    var own = inside.stream().filter(record -> record.hostname().name().equals(host)).toList();
    return own.isEmpty() ? inside : own;
  }

  private static void route(
      ClusterView cluster, Subject route, Map<String, SortedMap<String, String>> served) {
    var addresses = new TreeSet<String>();
    for (var parent : route.emitted().at("/spec/parentRefs")) {
      var namespace = parent.path("namespace").asText(route.emitted().namespace());
      cluster
          .object("Gateway", namespace, parent.path("name").asText())
          .ifPresent(gateway -> addresses.addAll(AddressesAsked.of(gateway)));
    }
    var hosts = new TreeSet<String>();
    route.emitted().at("/spec/hostnames").forEach(host -> hosts.add(host.asText()));
    add(cluster, route, hosts, addresses, served);
  }

  private static void ingress(
      ClusterView cluster, Subject ingress, Map<String, SortedMap<String, String>> served) {
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
    var hosts = new TreeSet<String>();
    ingress.emitted().at("/spec/rules").forEach(rule -> hosts.add(rule.path("host").asText()));
    add(cluster, ingress, hosts, addresses, served);
  }

  // An address that is nobody's there is a finding of its own.
  private static void add(
      ClusterView cluster,
      Subject route,
      Set<String> hosts,
      Set<String> addresses,
      Map<String, SortedMap<String, String>> served) {
    var reserved = reserved(cluster.model().cluster().plan());
    for (var host : hosts) {
      for (var address : addresses) {
        if (NAME.matcher(host).matches() && reserved.contains(address)) {
          served
              .computeIfAbsent(host, key -> new TreeMap<>())
              .putIfAbsent(address, "%s of %s".formatted(route.emitted().describe(), cluster.id()));
        }
      }
    }
  }

  private static Set<String> reserved(ClusterPlan plan) {
    var addresses = new TreeSet<String>();
    plan.pools().stream()
        .map(LoadBalancerPool::reservations)
        .flatMap(List::stream)
        .forEach(each -> addresses.add(each.address().text()));
    return addresses;
  }
}

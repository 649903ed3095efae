package io.github.homelab4j.render;

import static io.github.homelab4j.render.Markdown.code;

import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.AddressEntry;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostService;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A homelab's part of {@code README.md} beside the clusters: its whole plan. */
public final class HomelabReadme {
  private final Resolution resolution;
  private final HomelabPlan plan;
  private final AddressBook book;
  private final NetworkTables networks;

  private HomelabReadme(Resolution resolution) {
    this.resolution = resolution;
    this.plan = resolution.homelab().plan();
    this.book = AddressBook.of(plan);
    this.networks = new NetworkTables(plan);
  }

  /** The page of a homelab. */
  public static String of(Resolution resolution) {
    return new HomelabReadme(resolution).run();
  }

  private String run() {
    return new Markdown()
        .paragraph("# " + plan.name())
        .paragraph(
            "This page is synthesized from `%s`; change the plan, not this file."
                .formatted(plan.getClass().getSimpleName() + ".java"))
        .table("Clusters", List.of("cluster", "what for"), clusters())
        .table(
            "Networks",
            List.of("network", "kind", "addresses", "gateway", "DNS", "DHCP", "free"),
            networks.networks())
        .table(
            "Ranges of clusters",
            List.of("cluster", "pods", "Services", "cluster DNS", "natively routed", "mesh"),
            networks.ranges())
        .table(
            "Load-balancer addresses",
            List.of("pool", "cluster", "addresses", "found by", "taken", "free", "next free"),
            networks.pools())
        .table(
            "BGP",
            List.of("cluster", "AS", "router", "AS", "address", "given up after"),
            networks.sessions())
        .table("Address book", List.of("address", "what"), addresses())
        .table(
            "Host names",
            List.of("host name", "address", "of", "served by", "seen from"),
            hostnames())
        .table(
            "Port forwards",
            List.of("from outside", "for", "leads to", "of"),
            plan.forwards().stream()
                .map(
                    each ->
                        List.of(
                            code(each.describe()),
                            each.name(),
                            code(each.leadsTo()),
                            book.of(each.target()).stream()
                                .limit(1)
                                .map(AddressEntry::describe)
                                .collect(Collectors.joining())))
                .toList())
        .table("Hosts outside Kubernetes", List.of("host", "what", "serves"), hosts())
        .table(
            "Services outside",
            List.of("service", "what for", "where"),
            plan.outside().stream()
                .map(each -> List.of(each.name(), each.what(), each.url()))
                .toList())
        .toString();
  }

  private List<List<String>> clusters() {
    return plan.clusters().stream()
        .map(
            cluster ->
                List.of(
                    "[%s](%s/README.md)".formatted(cluster.name(), cluster.name()),
                    cluster.purpose()))
        .toList();
  }

  private List<List<String>> addresses() {
    return book.addresses().stream()
        .map(
            address ->
                List.of(
                    code(address),
                    book.of(address).stream()
                        .map(AddressEntry::describe)
                        .distinct()
                        .collect(Collectors.joining(", "))))
        .toList();
  }

  private List<List<String>> hostnames() {
    var owners = new HostnameOwners(resolution);
    return plan.records().stream()
        .sorted(Comparator.comparing(DnsRecord::hostname).thenComparing(DnsRecord::view))
        .map(
            record ->
                List.of(
                    record.hostname().name().replace("*", "\\*"),
                    code(record.address()),
                    book.of(record.address()).stream()
                        .limit(1)
                        .map(AddressEntry::describe)
                        .collect(Collectors.joining()),
                    owners.of(record.hostname()),
                    record.view().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private List<List<String>> hosts() {
    Map<String, List<String>> rows = new TreeMap<>();
    plan.hosts()
        .forEach(
            host ->
                rows.put(
                    host.name(),
                    List.of(
                        host.name(),
                        host.purpose(),
                        host.services().stream()
                            .map(HomelabReadme::service)
                            .collect(Collectors.joining(", ")))));
    return List.copyOf(rows.values());
  }

  private static String service(HostService service) {
    return "%s %s/%s (%s)"
        .formatted(
            service.name(),
            service.port(),
            service.protocol().name().toLowerCase(Locale.ROOT),
            service.purpose());
  }
}

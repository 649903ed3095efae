package io.github.homelab4j.hosts;

import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.HostSetup;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Hostname;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * BIND 9, as Debian packages it: answers for the homelab's domains with what the plan says those
 * inside get, for names and addresses of its machines, and asks others for everything else.
 *
 * <p>Provides {@link #resolver}.
 */
@ComponentInfo(
    name = "bind9",
    domain = Domain.HOSTS,
    upstream = "https://bind9.readthedocs.io/en/v9.18.49/reference.html")
public final class Bind9 extends HostComponent {
  static final String SERVICE = "dns";
  private static final String ZONES = "etc/bind/zones/";

  private final Bind9Props props;

  /** Stores its settings. */
  public Bind9(Construct scope, String id, Bind9Props props) {
    super(scope, id, props);
    this.props = props;
  }

  /** Its DNS server. Without it names outside the cluster are not found. */
  public HostServiceRef resolver() {
    return HostServiceRef.providedBy(
            this, props.host(), props.host().service(SERVICE), Loss.DEGRADES)
        .without(Loss.DEGRADES, "names outside the cluster do not resolve");
  }

  @Override
  public List<String> notes() {
    return List.of(
        "%s answers for %s itself, so ACME challenges of these domains are looked for with resolvers outside."
            .formatted(
                props.host().name(),
                props.homelab().domains().stream()
                    .map(Hostname::name)
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public HostSetup setup(Machine machine) {
    return HostSetup.NOTHING.withPackages("bind9").withUnits("named.service");
  }

  @Override
  protected void define(HostFiles out) {
    var zones = zones();
    var host = props.host();
    out.add(host, "etc/bind/named.conf.options", FileKind.NAMED_CONF, options());
    out.add(host, "etc/bind/named.conf.local", FileKind.NAMED_CONF, local(zones));
    var server = Hostname.of(host.name()).in(props.homelab().machineDomain().orElseThrow());
    for (var zone : zones) {
      out.add(host, file(zone), FileKind.ZONE, zone.text(server, props.ttl()));
    }
  }

  private String options() {
    var port = props.host().service(SERVICE).port();
    var clients =
        props.clients().stream().map(each -> each + "; ").collect(Collectors.joining("", "", "}"));
    return """
        options {
          directory "/var/cache/bind";
          listen-on port %s { 127.0.0.1; %s };
          listen-on-v6 port %s { ::1; %s};
          recursion yes;
          allow-query { localhost; %s;
          allow-recursion { localhost; %s;
          allow-transfer { none; };
          forwarders { %s };
          dnssec-validation auto;
        };
        """
        .formatted(
            port, own(true).stripTrailing(), port, own(false), clients, clients, forwarders());
  }

  private String own(boolean v4) {
    return props.host().addresses().stream()
        .filter(address -> address.isV4() == v4)
        .map(address -> address + "; ")
        .collect(Collectors.joining());
  }

  private String forwarders() {
    return props.forwarders().stream().map(each -> each + ";").collect(Collectors.joining(" "));
  }

  private static String local(List<DnsZone> zones) {
    return zones.stream()
        .map(
            zone ->
                """
                zone "%s" {
                  type primary;
                  file "/%s";
                };
                """
                    .formatted(zone.name(), file(zone)))
        .collect(Collectors.joining("\n"));
  }

  private static String file(DnsZone zone) {
    return ZONES + zone.name() + ".zone";
  }

  // A name is in the zone that it is deepest in.
  private List<DnsZone> zones() {
    var homelab = props.homelab();
    var machines = homelab.machineRecords();
    var inside =
        homelab.records().stream().filter(record -> record.view() == DnsRecord.View.INSIDE);
    var records = Stream.concat(inside, machines.stream()).toList();
    var domains =
        Stream.concat(
                homelab.domains().stream(),
                homelab.machineDomain().stream()
                    .filter(domain -> homelab.domains().stream().noneMatch(d -> isIn(domain, d))))
            .toList();
    var zones = new ArrayList<DnsZone>();
    for (var domain : domains) {
      var own =
          records.stream()
              .filter(record -> isIn(record.hostname(), domain))
              .filter(
                  record ->
                      domains.stream()
                          .noneMatch(
                              other ->
                                  isIn(record.hostname(), other)
                                      && other.name().length() > domain.name().length()))
              .toList();
      zones.add(DnsZone.forward(domain, own));
    }
    zones.addAll(DnsZone.reverse(machines));
    return zones;
  }

  private static boolean isIn(Hostname name, Hostname domain) {
    return name.equals(domain) || name.name().endsWith("." + domain);
  }
}

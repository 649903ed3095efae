package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@link OpenWrt} gives out by DHCP, and whom it asks for names.
 *
 * @see <a href="https://openwrt.org/docs/guide-user/base-system/dhcp">/etc/config/dhcp</a>
 */
final class OpenWrtDhcp {
  private static final int DNS = 53;
  private static final String DNS_SERVERS = "6";

  private OpenWrtDhcp() {}

  static List<UciSection> of(OpenWrtProps props) {
    var sections = new ArrayList<UciSection>();
    sections.add(resolver(props));
    sections.add(lan(props));
    sections.add(UciSection.of("dhcp", "wan").option("interface", "wan").option("ignore", "1"));
    for (var lease : props.leases()) {
      sections.add(
          UciSection.of("host")
              .option("name", lease.machine().name())
              .option("mac", lease.mac())
              .option("ip", lease.machine().address()));
    }
    return sections;
  }

  // Answers with private addresses are dropped, but for the domain of those who answer for it.
  private static UciSection resolver(OpenWrtProps props) {
    var dns =
        UciSection.of("dnsmasq")
            .option("domainneeded", "1")
            .option("boguspriv", "1")
            .option("rebind_protection", "1")
            .option("rebind_localhost", "1")
            .option("localise_queries", "1")
            .option("localservice", "1")
            .option("authoritative", "1")
            .option("leasefile", "/tmp/dhcp.leases")
            .option("noresolv", "1");
    props
        .resolver()
        .ifPresent(
            server -> {
              for (var domain : props.homelab().domains()) {
                dns.list("rebind_domain", domain);
                dns.list(
                    "server",
                    "/%s/%s".formatted(domain, at(server.address(), server.port().number())));
              }
            });
    props.forwarders().forEach(server -> dns.list("server", server));
    return dns;
  }

  private static String at(Ip address, int port) {
    return port == DNS ? address.text() : address + "#" + port;
  }

  private static UciSection lan(OpenWrtProps props) {
    var lan = UciSection.of("dhcp", "lan").option("interface", "lan");
    if (props.lan().dhcp().isEmpty()) {
      return lan.option("ignore", "1");
    }
    var range = props.lan().dhcp().get(0);
    lan.option("start", start(props, range))
        .option("limit", range.size())
        .option("leasetime", props.leaseTime().toMinutes() + "m")
        .option("dhcpv4", "server");
    var others =
        props.lan().dns().stream()
            .filter(each -> !props.host().addresses().contains(each))
            .toList();
    if (!others.isEmpty()) {
      lan.list(
          "dhcp_option",
          others.stream().map(Ip::text).collect(Collectors.joining(",", DNS_SERVERS + ",", "")));
    }
    return lan;
  }

  // Counted from the address of the network.
  private static Object start(OpenWrtProps props, IpRange range) {
    var network =
        props.lan().ranges().stream()
            .filter(each -> each.contains(range.first()))
            .findFirst()
            .orElseThrow();
    return new IpRange(network.nth(0), range.first()).size().longValueExact() - 1;
  }
}

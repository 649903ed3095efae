package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.PortForward;
import java.util.ArrayList;
import java.util.List;

/**
 * The packet filter of {@link OpenWrt}, whole: inside may go out, outside reaches what is forwarded
 * and nothing else.
 *
 * @see <a
 *     href="https://openwrt.org/docs/guide-user/firewall/firewall_configuration">/etc/config/firewall</a>
 */
final class OpenWrtFirewall {
  private static final String LAN = "lan";
  private static final String WAN = "wan";

  private OpenWrtFirewall() {}

  static List<UciSection> of(OpenWrtProps props) {
    var sections = new ArrayList<UciSection>();
    sections.add(
        UciSection.of("defaults")
            .option("syn_flood", "1")
            .option("input", "REJECT")
            .option("output", "ACCEPT")
            .option("forward", "REJECT"));
    sections.add(
        UciSection.of("zone", LAN)
            .option("name", LAN)
            .list("network", LAN)
            .option("input", "ACCEPT")
            .option("output", "ACCEPT")
            .option("forward", "ACCEPT"));
    sections.add(
        UciSection.of("zone", WAN)
            .option("name", WAN)
            .list("network", WAN)
            .option("input", "REJECT")
            .option("output", "ACCEPT")
            .option("forward", "DROP")
            .option("masq", "1")
            .option("mtu_fix", "1"));
    sections.add(UciSection.of("forwarding", "lan_wan").option("src", LAN).option("dest", WAN));
    sections.add(
        UciSection.of("rule", "ping")
            .option("name", "Allow-Ping")
            .option("src", WAN)
            .option("proto", "icmp")
            .option("icmp_type", "echo-request")
            .option("family", "ipv4")
            .option("target", "ACCEPT"));
    props.open().forEach(service -> sections.add(open(props, service)));
    props.homelab().forwards().stream()
        .filter(forward -> forward.router().equals(props.host()))
        .forEach(forward -> sections.add(forward(forward)));
    return sections;
  }

  // To the router itself, from the network next to it only.
  private static UciSection open(OpenWrtProps props, io.github.homelab4j.plan.HostService service) {
    var rule =
        UciSection.of("rule", "open_" + service.name().replace('-', '_'))
            .option("name", "Allow-" + service.name())
            .option("src", WAN);
    props.wan().ranges().forEach(range -> rule.list("src_ip", range));
    return rule.option("proto", service.protocol().word())
        .option("dest_port", service.port())
        .option("target", "ACCEPT");
  }

  private static UciSection forward(PortForward forward) {
    return UciSection.of("redirect", "forward_" + forward.name())
        .option("name", forward.name())
        .option("src", WAN)
        .option("dest", LAN)
        .option("proto", forward.protocol().word())
        .option("src_dport", forward.port())
        .option("dest_ip", forward.target())
        .option("dest_port", forward.targetPort())
        .option("target", "DNAT");
  }
}

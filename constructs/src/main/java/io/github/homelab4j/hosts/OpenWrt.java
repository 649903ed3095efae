package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BringUp;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFiles;
import io.github.homelab4j.plan.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * OpenWrt as the router between the homelab and the network around it: what the plan forwards
 * reaches the inside, and nothing else; addresses by DHCP; names of the homelab by its own name
 * server.
 *
 * <p>Firewall and DHCP are whole files, so that what the plan no longer has is gone from the router
 * too. Its interfaces depend on the hardware: only their addresses are set, by {@code uci batch <
 * homelab-network.uci}.
 */
@ComponentInfo(
    name = "openwrt",
    domain = Domain.HOSTS,
    upstream = "https://openwrt.org/docs/guide-user/base-system/uci")
public final class OpenWrt extends HostComponent {
  private final OpenWrtProps props;

  /** Stores its settings. */
  public OpenWrt(Construct scope, String id, OpenWrtProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<BringUp> bringUp() {
    var name = props.host().name();
    return List.of(
        BringUp.of(
            "From `hosts/%s`, copy `etc/config/*` into `/etc/config` of %s (`scp -O`: it has no SFTP), give `homelab-network.uci` there to `uci batch`, and restart it. Your key has to be in its `/etc/dropbear/authorized_keys`: machines behind it are reached through it."
                .formatted(name, name)));
  }

  @Override
  protected void define(HostFiles out) {
    out.add(
        props.host(),
        "etc/config/firewall",
        FileKind.UCI,
        "\n" + UciSection.text(OpenWrtFirewall.of(props)));
    out.add(
        props.host(),
        "etc/config/dhcp",
        FileKind.UCI,
        "\n" + UciSection.text(OpenWrtDhcp.of(props)));
    out.add(props.host(), "homelab-network.uci", FileKind.UCI_BATCH, network());
  }

  private String network() {
    var lines = new ArrayList<String>();
    lines.addAll(addresses("lan", props.lan()));
    lines.addAll(addresses("wan", props.wan()));
    for (var gateway : props.wan().gateways()) {
      lines.add("set network.wan.%s='%s'".formatted(gateway.isV4() ? "gateway" : "ip6gw", gateway));
    }
    for (var route : props.routes()) {
      var at = "network.route_" + route.name();
      lines.add("set %s=route".formatted(at));
      lines.add("set %s.interface='lan'".formatted(at));
      lines.add("set %s.target='%s'".formatted(at, route.target()));
      lines.add("set %s.gateway='%s'".formatted(at, route.via()));
    }
    lines.add("commit network");
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private List<String> addresses(String name, Network network) {
    var lines = new ArrayList<String>();
    lines.add("set network.%s=interface".formatted(name));
    lines.add("set network.%s.proto='static'".formatted(name));
    for (var range : network.ranges()) {
      props.host().addresses().stream()
          .filter(range::contains)
          .findFirst()
          .ifPresent(
              address ->
                  lines.add(
                      "set network.%s.%s='%s/%s'"
                          .formatted(
                              name, range.isV4() ? "ipaddr" : "ip6addr", address, range.prefix())));
    }
    return lines;
  }
}

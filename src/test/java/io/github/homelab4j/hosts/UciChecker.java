package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Only OpenWrt has {@code uci}, so this is its file format, and the options that OpenWrt documents
 * of the sections that we write.
 *
 * @see <a href="https://openwrt.org/docs/guide-user/base-system/uci">The UCI system</a>
 * @see <a
 *     href="https://openwrt.org/docs/guide-user/firewall/firewall_configuration">/etc/config/firewall</a>
 * @see <a href="https://openwrt.org/docs/guide-user/base-system/dhcp">/etc/config/dhcp</a>
 */
final class UciChecker implements FileChecker {
  private static final Pattern SECTION =
      Pattern.compile("config (?<type>[a-z]+)(?: '(?<name>[a-zA-Z0-9_]+)')?");
  private static final Pattern VALUE =
      Pattern.compile("\\t(?<kind>option|list) (?<name>[a-z0-9_]+) '[^']*'");
  private static final Map<String, Set<String>> FIREWALL =
      Map.of(
          "defaults", Set.of("syn_flood", "input", "output", "forward"),
          "zone", Set.of("name", "network", "input", "output", "forward", "masq", "mtu_fix"),
          "forwarding", Set.of("src", "dest"),
          "rule",
              Set.of(
                  "name", "src", "src_ip", "proto", "icmp_type", "family", "dest_port", "target"),
          "redirect",
              Set.of(
                  "name", "src", "dest", "proto", "src_dport", "dest_ip", "dest_port", "target"));
  private static final Map<String, Set<String>> DHCP =
      Map.of(
          "dnsmasq",
              Set.of(
                  "domainneeded",
                  "boguspriv",
                  "rebind_protection",
                  "rebind_localhost",
                  "rebind_domain",
                  "localise_queries",
                  "localservice",
                  "authoritative",
                  "leasefile",
                  "noresolv",
                  "server"),
          "dhcp",
              Set.of("interface", "ignore", "start", "limit", "leasetime", "dhcpv4", "dhcp_option"),
          "host", Set.of("name", "mac", "ip"));

  @Override
  public String how() {
    return "the grammar of [UCI](https://openwrt.org/docs/guide-user/base-system/uci) and the options that OpenWrt documents";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var sections = file.path().endsWith("firewall") ? FIREWALL : DHCP;
    var findings = new ArrayList<String>();
    var options = Set.<String>of();
    for (var line : file.text().lines().toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      var section = SECTION.matcher(line);
      var value = VALUE.matcher(line);
      if (section.matches()) {
        options = sections.getOrDefault(section.group("type"), Set.of());
        if (options.isEmpty()) {
          findings.add("'%s' is no section of %s".formatted(line, file.path()));
        }
      } else if (!value.matches() || !options.contains(value.group("name"))) {
        findings.add("'%s' is no option there".formatted(line.strip()));
      }
    }
    return findings;
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/config/firewall",
        "config redirect 'https'\n\toption src 'wan'\n\toption src_dport '443'\n",
        "config redirect 'https'\n\toption src 'wan'\n\toption src_port '443'\n",
        "'option src_port '443'' is no option there");
  }
}

package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Only a router knows Junos, so this is what Juniper documents of the statements that we write.
 *
 * @see <a
 *     href="https://www.juniper.net/documentation/us/en/software/junos/cli-reference/topics/ref/statement/group-edit-protocols-bgp.html">group
 *     (Protocols BGP)</a>
 * @see <a
 *     href="https://www.juniper.net/documentation/us/en/software/junos/routing-policy/topics/ref/statement/route-filter-list-edit-policy-options.html">match
 *     types of route filters</a>
 * @see <a
 *     href="https://www.juniper.net/documentation/us/en/software/junos/user-access/topics/concept/dns-proxy-overview.html">DNS
 *     proxy</a>
 * @see <a
 *     href="https://www.juniper.net/documentation/en_US/junos12.2/topics/concept/zone-inbound-traffic-how-to-control-based-on-protocol-understanding.html">host-inbound-traffic</a>
 */
final class JunosChecker implements FileChecker {
  private static final String NAME = "[A-Za-z][A-Za-z0-9-]{0,254}";
  private static final String IP = "(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-f]*:[0-9a-f:]+)";
  private static final String NUMBER = "[1-9][0-9]*";
  private static final String GROUP = "protocols bgp group " + NAME;
  private static final String POLICY = "policy-options policy-statement " + NAME;
  private static final String PROXY = "system services dns dns-proxy";
  private static final String INBOUND =
      "security zones security-zone " + NAME + " host-inbound-traffic ";

  private static final List<Pattern> SET =
      patterns(
          "routing-options router-id " + IP,
          "routing-options autonomous-system " + NUMBER,
          "routing-options forwarding-table export " + NAME,
          "protocols bgp precision-timers",
          GROUP + " type (external|internal)",
          GROUP + " local-address " + IP,
          GROUP + " hold-time (?<hold>0|" + NUMBER + ")",
          GROUP + " multihop ttl " + NUMBER,
          GROUP + " multipath",
          GROUP + " family (inet|inet6) unicast",
          GROUP + " (import|export) " + NAME,
          GROUP + " neighbor " + IP + " peer-as " + NUMBER,
          GROUP + " neighbor " + IP + " description [A-Za-z0-9.-]+",
          POLICY
              + " term "
              + NAME
              + " from route-filter "
              + IP
              + "/[0-9]+ (exact|orlonger|prefix-length-range /[0-9]+-/[0-9]+)",
          POLICY + "( term " + NAME + ")? then (accept|reject|load-balance per-packet)",
          PROXY + " interface [a-z]+(-[0-9]+/[0-9]+/[0-9]+|[0-9]*)\\.[0-9]+",
          PROXY + " default-domain \\* forwarders " + IP,
          PROXY + " cache [a-z0-9.-]+ (inet|inet6) " + IP,
          INBOUND + "protocols bgp",
          INBOUND + "system-services dns");
  private static final List<Pattern> DELETE = patterns(GROUP, POLICY, PROXY);
  private static final int LONGEST_HOLD = 65_535;

  @Override
  public String how() {
    return "the statements that [Juniper documents](https://www.juniper.net/documentation/us/en/software/junos/cli-reference/topics/topic-map/configuration-statements.html)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var findings = new ArrayList<String>();
    for (var line : file.text().lines().filter(each -> !each.startsWith("#")).toList()) {
      var known =
          line.startsWith("set ")
              ? SET.stream().filter(each -> each.matcher(line.substring(4)).matches())
              : line.startsWith("delete ")
                  ? DELETE.stream().filter(each -> each.matcher(line.substring(7)).matches())
                  : Stream.<Pattern>empty();
      if (known.findAny().isEmpty()) {
        findings.add("'%s' is no statement of Junos".formatted(line));
      }
      hold(line, findings);
    }
    return findings;
  }

  // 0 is for ever, and 1 and 2 are refused.
  private static void hold(String line, List<String> findings) {
    var match = Pattern.compile(".* hold-time (?<hold>[0-9]+)").matcher(line);
    if (match.matches()) {
      var seconds = Long.parseLong(match.group("hold"));
      if (seconds != 0 && (seconds < 3 || seconds > LONGEST_HOLD)) {
        findings.add("'%s': a hold time is 0, or from 3 to 65535".formatted(line));
      }
    }
  }

  private static List<Pattern> patterns(String... texts) {
    return List.of(texts).stream().map(Pattern::compile).toList();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "homelab.set",
        "set protocols bgp group infra hold-time 9\nset protocols bgp group infra multipath\n",
        "set protocols bgp group infra holdtime 9\nset protocols bgp group infra multipath\n",
        "'set protocols bgp group infra holdtime 9' is no statement of Junos");
  }
}

package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Only OpenWrt has {@code uci}, so this is the grammar of its commands, and the options that
 * OpenWrt documents of interfaces and routes.
 *
 * @see <a href="https://openwrt.org/docs/guide-user/base-system/uci">The UCI system</a>
 * @see <a
 *     href="https://openwrt.org/docs/guide-user/network/network_configuration">/etc/config/network</a>
 */
final class UciBatchChecker implements FileChecker {
  private static final Pattern COMMAND =
      Pattern.compile(
          "set network\\.[a-z0-9_]+=(interface|route)"
              + "|set network\\.[a-z0-9_]+\\.(proto|ipaddr|ip6addr|gateway|ip6gw|interface|target)='[^']*'"
              + "|commit network");

  @Override
  public String how() {
    return "the grammar of [uci](https://openwrt.org/docs/guide-user/base-system/uci) and the options that OpenWrt documents";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    return file.text()
        .lines()
        .filter(line -> !line.startsWith("#") && !COMMAND.matcher(line).matches())
        .map("'%s' is no command for the network"::formatted)
        .toList();
  }

  @Override
  public Sample sample() {
    return new Sample(
        "homelab-network.uci",
        "set network.lan.ipaddr='10.0.0.1/24'\ncommit network\n",
        "set network.lan.ip='10.0.0.1/24'\ncommit network\n",
        "'set network.lan.ip='10.0.0.1/24'' is no command for the network");
  }
}

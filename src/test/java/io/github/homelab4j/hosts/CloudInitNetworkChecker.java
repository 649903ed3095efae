package io.github.homelab4j.hosts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Debian's cloud-init has no schema of networks yet, so this is what version 2 documents of a card
 * with fixed addresses.
 *
 * @see <a
 *     href="https://cloudinit.readthedocs.io/en/latest/reference/network-config-format-v2.html">Networking
 *     config version 2</a>
 */
final class CloudInitNetworkChecker implements FileChecker {
  private static final String ADDRESS = "[0-9]+(\\.[0-9]+){3}|[0-9a-f]*:[0-9a-f:]+";
  private static final Predicate<JsonNode> NETWORKS =
      YamlFile.list(YamlFile.text("(%s)/[0-9]+".formatted(ADDRESS)));

  @Override
  public String how() {
    return "the keys of [network config version 2](https://cloudinit.readthedocs.io/en/latest/reference/network-config-format-v2.html)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var tree = YamlFile.read(file);
    var findings =
        new ArrayList<>(
            YamlFile.findings(
                "",
                tree,
                Map.of(
                    "version", node -> node.isInt() && node.asInt() == 2,
                    "ethernets", node -> node.isObject() && !node.isEmpty())));
    tree.path("ethernets").forEach(card -> findings.addAll(card(card)));
    return findings;
  }

  private static List<String> card(JsonNode card) {
    var findings =
        new ArrayList<>(
            YamlFile.findings(
                "",
                card,
                Map.of(
                    "dhcp4",
                    YamlFile.SWITCH,
                    "addresses",
                    NETWORKS,
                    "routes",
                    node -> node.isArray(),
                    "nameservers",
                    node -> node.isObject())));
    card.path("routes")
        .forEach(
            route ->
                findings.addAll(
                    YamlFile.findings(
                        "route: ",
                        route,
                        Map.of(
                            "to", YamlFile.text("(%s)/[0-9]+".formatted(ADDRESS)),
                            "via", YamlFile.text(ADDRESS)))));
    findings.addAll(
        YamlFile.findings(
            "nameservers: ",
            card.path("nameservers"),
            Map.of(
                "addresses", YamlFile.list(YamlFile.text(ADDRESS)),
                "search", YamlFile.list(YamlFile.text("[a-z0-9.-]+")))));
    return findings;
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/pi-1/cloud-init/network-config");
    return new Sample(
        "cloud-init/network-config",
        sound,
        sound.replace("10.9.0.12/24", "10.9.0.12"),
        "addresses cannot be [\"10.9.0.12\"]");
  }
}

package io.github.homelab4j.hosts;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * K3s takes any key, and dies of a wrong one when it starts, so these are its documented flags, as
 * far as we write them.
 *
 * @see <a href="https://docs.k3s.io/cli/server">k3s server</a>
 * @see <a href="https://docs.k3s.io/cli/agent">k3s agent</a>
 */
final class K3sConfigChecker implements FileChecker {
  private static final String ADDRESS = "[0-9.]+|[0-9a-f:]+";
  private static final String RANGE = "([0-9.]+|[0-9a-f:]+)/[0-9]+";
  private static final String PATH = "/[a-z0-9/._-]+";

  private static final Map<String, Predicate<JsonNode>> AGENT =
      Map.ofEntries(
          entry("node-name", YamlFile.text("[a-z0-9-]+")),
          entry("node-ip", YamlFile.text(several(ADDRESS))),
          entry("server", YamlFile.text("https://[^/]+:[0-9]+")),
          entry("token-file", YamlFile.text(PATH)),
          entry("resolv-conf", YamlFile.text(PATH)),
          entry("kubelet-arg", YamlFile.list(YamlFile.text("[a-z-]+=\\S+"))),
          entry("node-label", YamlFile.list(YamlFile.text("[A-Za-z0-9./_-]+=[A-Za-z0-9._-]*"))),
          entry(
              "node-taint",
              YamlFile.list(
                  YamlFile.text("[^=:]+(=[^:]*)?:(NoSchedule|PreferNoSchedule|NoExecute)"))));

  private static final Map<String, Predicate<JsonNode>> SERVER =
      Map.ofEntries(
          entry("cluster-init", YamlFile.SWITCH),
          entry("tls-san", YamlFile.list(YamlFile.text("[a-z0-9.:*-]+"))),
          entry("cluster-cidr", YamlFile.text(several(RANGE))),
          entry("service-cidr", YamlFile.text(several(RANGE))),
          entry("cluster-dns", YamlFile.text(several(ADDRESS))),
          entry("flannel-backend", YamlFile.text("none|vxlan|host-gw|wireguard-native")),
          entry("disable-network-policy", YamlFile.SWITCH),
          entry("disable-kube-proxy", YamlFile.SWITCH),
          entry("disable-helm-controller", YamlFile.SWITCH),
          entry(
              "disable",
              YamlFile.list(
                  YamlFile.text(
                      "coredns|servicelb|traefik|local-storage|metrics-server|runtimes"))),
          entry("secrets-encryption", YamlFile.SWITCH),
          entry("write-kubeconfig-mode", YamlFile.text("0[0-7]{3}")),
          entry("etcd-snapshot-schedule-cron", YamlFile.text("\\S+( \\S+){4}")),
          entry("etcd-snapshot-retention", YamlFile.NUMBER));

  // An agent has none of these: it is told all of them by its server.
  private static final Set<String> OF_A_SERVER = Set.of("cluster-cidr", "service-cidr", "tls-san");

  private static String several(String one) {
    return "(%s)(,(%s))?".formatted(one, one);
  }

  @Override
  public String how() {
    return "the flags of [k3s server](https://docs.k3s.io/cli/server) and [k3s agent](https://docs.k3s.io/cli/agent)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var tree = YamlFile.read(file);
    var flags = new HashMap<>(AGENT);
    var server = OF_A_SERVER.stream().anyMatch(tree::has);
    if (server) {
      flags.putAll(SERVER);
    }
    var findings = new ArrayList<>(YamlFile.findings("", tree, flags));
    if (!server && !tree.has("server")) {
      findings.add("an agent needs the server that it joins");
    }
    if (!tree.has("token-file")) {
      findings.add("nobody joins without a token");
    }
    return findings;
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/pi-1/etc/rancher/k3s/config.yaml");
    return new Sample(
        "etc/rancher/k3s/config.yaml",
        sound,
        sound.replace("disable-kube-proxy:", "disable-kubeproxy:"),
        "disable-kubeproxy is no key");
  }
}

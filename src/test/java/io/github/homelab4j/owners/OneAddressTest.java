package io.github.homelab4j.owners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.synth.Synthesizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changing one address in the plan changes both ends of every wire, and nothing else: the lines
 * with the old address are the same lines with the new one.
 */
class OneAddressTest {
  @TempDir private Path scratch;

  @Test
  void a_router_moves_with_its_neighbours() throws Exception {
    assertThat(changed(new InfraAppsHomelab(), "10.25.11.1", "10.25.11.3"))
        .containsExactly(
            "apps/README.md",
            "apps/apps/kube-system/cilium/config/ciliumbgpclusterconfig-load-balancers.yaml",
            "apps/apps/kube-system/coredns/app/helmrelease.yaml",
            "apps/bootstrap/values/coredns.yaml",
            "apps/hosts/apps-1/machine.yaml",
            "apps/hosts/apps-2/machine.yaml",
            "apps/hosts/apps-3/machine.yaml",
            "infra/README.md",
            "infra/apps/kube-system/cilium/config/ciliumbgpclusterconfig-load-balancers.yaml",
            "infra/apps/kube-system/coredns/app/helmrelease.yaml",
            "infra/bootstrap/values/coredns.yaml",
            "infra/hosts/infra-1/machine.yaml",
            "infra/hosts/infra-2/machine.yaml",
            "infra/hosts/infra-3/machine.yaml",
            "infra/hosts/srx320/homelab.set");
  }

  @Test
  void a_server_moves_with_what_asks_it() throws Exception {
    assertThat(changed(new K3sPiHomelab(), "10.0.0.11", "10.0.0.21"))
        .containsExactly(
            "k3s-pi/README.md",
            "k3s-pi/apps/external-secrets/vault-backend/app/clustersecretstore.yaml",
            "k3s-pi/apps/kube-system/coredns/app/helmrelease.yaml",
            "k3s-pi/apps/longhorn-system/longhorn/app/externalsecret-longhorn-backups.yaml",
            "k3s-pi/apps/monitoring/node1-metrics/app/scrapeconfig-node1-node-exporter.yaml",
            "k3s-pi/bootstrap/README.md",
            "k3s-pi/bootstrap/RECOVERY.md",
            "k3s-pi/bootstrap/values/coredns.yaml",
            "k3s-pi/hosts/node1/cloud-init/network-config",
            "k3s-pi/hosts/node1/etc/bind/named.conf.options",
            "k3s-pi/hosts/node1/etc/bind/zones/0.0.10.in-addr.arpa.zone",
            "k3s-pi/hosts/node1/etc/bind/zones/homelab.jacobgade.com.zone",
            "k3s-pi/hosts/node1/etc/default/minio.j2",
            "k3s-pi/hosts/node1/etc/haproxy/haproxy.cfg",
            "k3s-pi/hosts/node1/etc/minio/setup.sh",
            "k3s-pi/hosts/node1/etc/restic/environment.j2",
            "k3s-pi/hosts/node1/etc/rtslib-fb-target/saveconfig.json",
            "k3s-pi/hosts/node1/etc/vault.d/setup.sh",
            "k3s-pi/hosts/node1/etc/vault.d/vault.hcl",
            "k3s-pi/hosts/node2/cloud-init/network-config",
            "k3s-pi/hosts/node2/etc/rancher/k3s/config.yaml",
            "k3s-pi/hosts/node2/etc/rancher/k3s/resolv.conf",
            "k3s-pi/hosts/node2/etc/restic/environment.j2",
            "k3s-pi/hosts/node2/usr/local/sbin/attach-storage",
            "k3s-pi/hosts/node3/cloud-init/network-config",
            "k3s-pi/hosts/node3/etc/rancher/k3s/resolv.conf",
            "k3s-pi/hosts/node3/etc/restic/environment.j2",
            "k3s-pi/hosts/node3/usr/local/sbin/attach-storage",
            "k3s-pi/hosts/openwrt/etc/config/dhcp",
            "k3s-pi/hosts/workstation/ansible/inventory.yaml",
            "k3s-pi/hosts/workstation/ssh/config",
            "k3s-pi/inventory.json");
  }

  /** The files that differ, each of which differs in the address alone. */
  private List<String> changed(Homelab homelab, String old, String other) throws Exception {
    var before = files(homelab);
    var after =
        files(ChangedPlan.of(homelab.getClass(), "\"" + old + "\"", "\"" + other + "\"", scratch));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    var changed = new ArrayList<String>();
    before.forEach(
        (path, text) -> {
          if (!after.get(path).equals(text)) {
            changed.add(path);
            assertThat(lines(after.get(path)))
                .as("lines of %s", path)
                .containsExactlyInAnyOrderElementsOf(lines(moved(path, text, old, other)));
          }
          assertThat(moved(path, after.get(path), old, other))
              .as("%s keeps %s", path, old)
              .isEqualTo(after.get(path));
        });
    return changed;
  }

  private static SortedMap<String, String> files(Homelab homelab) {
    var files = new TreeMap<String, String>();
    Synthesizer.synthesize(homelab)
        .files()
        .forEach(
            (cluster, tree) -> tree.forEach((path, text) -> files.put(cluster + "/" + path, text)));
    return files;
  }

  // As it stands in texts, and as the label of a reverse zone, which is its last number.
  private static String moved(String path, String text, String old, String other) {
    if (path.endsWith(".in-addr.arpa.zone")) {
      return text.replaceAll("(?m)^" + last(old) + " ", last(other) + " ");
    }
    return Pattern.compile("(?<![\\d.])" + Pattern.quote(old) + "(?!\\d|\\.\\d)")
        .matcher(text)
        .replaceAll(other);
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('.') + 1);
  }

  // The order follows addresses in some tables, and a zone's serial its content.
  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.contains("; serial")).toList();
  }
}

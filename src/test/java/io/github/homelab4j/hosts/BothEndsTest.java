package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.EdgeHomelab;
import io.github.homelab4j.example.EdgePlan;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.plan.BgpTimers;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.synth.Synthesizer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is at both ends of a wire, in a cluster and on a machine, says the same of it; a change in
 * the plan changes both ends, and nothing else.
 */
class BothEndsTest {
  private static final String BGP =
      "apps/kube-system/cilium/config/ciliumbgpclusterconfig-load-balancers.yaml";
  private static final String PEER =
      "apps/kube-system/cilium/config/ciliumbgppeerconfig-load-balancers.yaml";
  private static final String GATEWAY = "apps/gateway/gateway/app/gateway.yaml";
  private static final String STORE =
      "apps/external-secrets/vault-backend/app/clustersecretstore.yaml";
  private static final String VOLUME =
      "apps/external-secrets/media/app/persistentvolume-external-secrets-media.yaml";
  private static final String ROUTER = "hosts/router/homelab.set";
  private static final String FIREWALL = "hosts/gateway/etc/config/firewall";
  private static final String DHCP = "hosts/gateway/etc/config/dhcp";
  private static final String BIND = "hosts/server/etc/bind/";
  private static final String ZONE = BIND + "zones/example.org.zone";
  private static final String REVERSE = BIND + "zones/0.7.10.in-addr.arpa.zone";
  private static final String VAULT = "hosts/server/etc/vault.d/";
  // The pages that tell of everything.
  private static final Set<String> PAGES = Set.of("README.md", "inventory.json");

  private static final SortedMap<String, String> FILES = files(new EdgePlan());

  /** One thing in the plan that changes, and what has to change with it. */
  record Change(String what, EdgePlan plan, String before, String after, Set<String> files) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change(
            "the cluster's autonomous system",
            new EdgePlan() {
              @Override
              protected long clusterAsn() {
                return 64_599;
              }
            },
            "64513",
            "64599",
            Set.of(BGP, ROUTER)),
        new Change(
            "the router's autonomous system",
            new EdgePlan() {
              @Override
              protected long routerAsn() {
                return 64_599;
              }
            },
            "64512",
            "64599",
            Set.of(BGP, ROUTER)),
        new Change(
            "the timers of the sessions",
            new EdgePlan() {
              @Override
              protected BgpTimers timers() {
                return new BgpTimers(
                    Duration.ofSeconds(45), Duration.ofSeconds(15), Duration.ofSeconds(12));
              }
            },
            "hold-time 9",
            "hold-time 45",
            Set.of(PEER, ROUTER)),
        new Change(
            "the address of a machine of the cluster",
            new EdgePlan() {
              @Override
              protected String workerAddress() {
                return "10.7.0.14";
              }
            },
            "10.7.0.13",
            "10.7.0.14",
            Set.of(ROUTER, ZONE, REVERSE)),
        new Change(
            "the address that host names are served at",
            new EdgePlan() {
              @Override
              protected String ingressAddress() {
                return "10.7.0.70";
              }
            },
            "cache hubble.example.org inet 10.7.0.65",
            "cache hubble.example.org inet 10.7.0.70",
            Set.of(GATEWAY, FIREWALL, ROUTER, ZONE)),
        new Change(
            "the address of the machine beside the cluster",
            new EdgePlan() {
              @Override
              protected String serverAddress() {
                return "10.7.0.19";
              }
            },
            "10.7.0.11",
            "10.7.0.19",
            Set.of(
                STORE,
                VOLUME,
                DHCP,
                BIND + "named.conf.options",
                ZONE,
                REVERSE,
                "hosts/server/etc/default/minio.j2",
                "hosts/server/etc/haproxy/haproxy.cfg",
                "hosts/server/etc/minio/setup.sh",
                VAULT + "setup.sh",
                VAULT + "vault.hcl")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_in_the_plan_changes_both_ends_and_nothing_else(Change change) {
    var after = files(change.plan());

    assertThat(after.keySet()).isEqualTo(FILES.keySet());
    assertThat(FILES.keySet())
        .filteredOn(path -> !FILES.get(path).equals(after.get(path)) && !PAGES.contains(path))
        .containsExactlyInAnyOrderElementsOf(change.files());
    assertThat(String.join("\n", FILES.values())).contains(change.before());
    assertThat(String.join("\n", after.values()))
        .contains(change.after())
        .doesNotContainPattern("(?<![0-9])" + Pattern.quote(change.before()) + "(?![0-9])");
  }

  @Test
  void the_router_and_cilium_peer_with_each_other() {
    assertThat(found(ROUTER, "neighbor [0-9.]+ peer-as ([0-9]+)"))
        .isEqualTo(found(BGP, "localASN: ([0-9]+)"));
    assertThat(found(ROUTER, "autonomous-system ([0-9]+)"))
        .isEqualTo(found(BGP, "peerASN: ([0-9]+)"));
    assertThat(found(ROUTER, "local-address ([0-9.]+)"))
        .isEqualTo(found(BGP, "peerAddress: \"?([0-9.]+)"));
    assertThat(found(ROUTER, "hold-time ([0-9]+)"))
        .isEqualTo(found(PEER, "holdTimeSeconds: ([0-9]+)"));
    assertThat(found(ROUTER, "neighbor ([0-9.]+) peer-as"))
        .containsExactly("10.7.0.12", "10.7.0.13");
  }

  /** infra-apps.md:243-246: the SRX320 (AS 64512) is the peer of both clusters. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  void the_srx320_peers_with_both_clusters(String cluster) {
    var set = Fleet.cluster("infra").files().get("hosts/srx320/homelab.set");
    var bgp = Fleet.cluster(cluster).files().get(BGP);
    var group = "protocols bgp group homelab-" + cluster;
    var plan = Fleet.cluster(cluster).model().cluster().plan();

    assertThat(found(set, group + " neighbor [0-9.]+ peer-as ([0-9]+)"))
        .isEqualTo(found(bgp, "localASN: ([0-9]+)"));
    assertThat(found(set, "autonomous-system ([0-9]+)")).isEqualTo(found(bgp, "peerASN: ([0-9]+)"));
    assertThat(found(set, group + " neighbor ([0-9.]+) peer-as"))
        .isEqualTo(new TreeSet<>(plan.nodeAddresses().stream().map(Ip::text).toList()));
    assertThat(found(set, "policy-statement homelab-" + cluster + " .* route-filter ([0-9./]+)"))
        .isEqualTo(
            new TreeSet<>(plan.loadBalancers().range().blocks().stream().map(Cidr::text).toList()));
  }

  @Test
  void the_router_takes_the_addresses_that_cilium_gives_out() {
    var pool = path("/ciliumloadbalancerippool");
    var range =
        new IpRange(
            Ip.of(found(pool, "start: \"?([0-9.]+)").first()),
            Ip.of(found(pool, "stop: \"?([0-9.]+)").first()));

    assertThat(found(ROUTER, "route-filter ([0-9./]+)"))
        .containsExactlyElementsOf(new TreeSet<>(range.blocks().stream().map(Cidr::text).toList()));
  }

  @Test
  void a_name_leads_to_where_it_is_served_from_inside_and_outside() {
    var served = found(GATEWAY, "value: \"?([0-9.]+)");

    assertThat(served).hasSize(1);
    assertThat(found(ZONE, "hubble IN A ([0-9.]+)")).isEqualTo(served);
    assertThat(found(ROUTER, "hubble.example.org inet ([0-9.]+)")).isEqualTo(served);
    assertThat(found(FIREWALL, "option dest_ip '([0-9.]+)'")).isEqualTo(served);
  }

  @Test
  void vault_allows_what_its_store_reads_as_whom_it_reads() {
    var read = new TreeSet<String>();
    for (var path : FILES.keySet()) {
      if (path.contains("/externalsecret") && FILES.get(path).contains("name: vault-backend")) {
        read.addAll(found(path, "remoteRef:\n\\s+key: (\\S+)"));
      }
    }
    assertThat(read).containsExactly("certmanager/cloudflare");
    assertThat(found(VAULT + "policies/external-secrets.hcl", "path \"kv/data/(.*)\""))
        .isEqualTo(read);

    var setup = VAULT + "setup.sh";
    assertThat(found(setup, "auth/(\\S+)/config")).isEqualTo(found(STORE, "mountPath: (\\S+)"));
    assertThat(found(setup, "/role/(\\S+)")).isEqualTo(found(STORE, "role: (\\S+)"));
    assertThat(found(setup, "-path=(\\S+) -version=2")).isEqualTo(found(STORE, "path: (\\S+)"));
    assertThat(found(setup, "VAULT_ADDR=(\\S+)")).isEqualTo(found(STORE, " server: (\\S+)"));
    assertThat(found(setup, "bound_service_account_names=(\\S+)"))
        .isEqualTo(found(path("/clusterrolebinding-vault-backend"), "    name: (external-.*)"));
  }

  @Test
  void what_vault_keeps_waits_for_the_store_that_reads_it() {
    var kustomization = path("/letsencrypt/ks.yaml");

    assertThat(FILES.get(kustomization))
        .containsPattern("dependsOn:\n(.*\n)*?.*name: vault-backend");
  }

  @Test
  void a_volume_is_of_a_folder_that_its_machines_may_mount() {
    var exports = "hosts/server/etc/exports.d/homelab.exports";

    assertThat(found(VOLUME, "path: (/\\S+)")).isEqualTo(found(exports, "(?m)^(/\\S+) "));
    assertThat(found(VOLUME, "server: \"?([0-9.]+)")).containsExactly("10.7.0.11");
    var clients = Cidr.of(found(exports, " ([0-9./]+)\\(rw").first());
    assertThat(List.of("10.7.0.12", "10.7.0.13"))
        .allMatch(machine -> clients.contains(Ip.of(machine)));
  }

  private static String path(String part) {
    assertThat(FILES.keySet()).filteredOn(path -> path.contains(part)).hasSize(1);
    return FILES.keySet().stream().filter(path -> path.contains(part)).findFirst().orElseThrow();
  }

  // What stands in a file, or a text, in the places of a pattern, each once; there must be some.
  private static TreeSet<String> found(String pathOrText, String pattern) {
    var found =
        Pattern.compile(pattern)
            .matcher(FILES.getOrDefault(pathOrText, pathOrText))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(found).as("%s in %s", pattern, pathOrText).isNotEmpty();
    return new TreeSet<>(found);
  }

  private static SortedMap<String, String> files(EdgePlan plan) {
    return Synthesizer.synthesize(new EdgeHomelab(plan)).files().get(EdgeHomelab.CLUSTER);
  }
}

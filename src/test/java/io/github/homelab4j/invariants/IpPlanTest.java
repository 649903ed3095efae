package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges and addresses of infra-apps. */
class IpPlanTest {
  private static final List<String> ADDRESS_FIELDS =
      List.of("lbipam.cilium.io/ips", "loadBalancerIP");

  /** infra-apps.md:26: "10.25.11.11-13" are infra's nodes, "10.25.11.14-16" those of apps. */
  @ParameterizedTest
  @CsvSource({
    "infra, 10.25.11.11, 10.25.11.12, 10.25.11.13",
    "apps, 10.25.11.14, 10.25.11.15, 10.25.11.16"
  })
  @Invariant(value = 4, lines = "26")
  void nodes_have_their_addresses(String cluster, String first, String second, String third) {
    assertThat(addresses(cluster)).containsExactly(Ip.of(first), Ip.of(second), Ip.of(third));
    for (var node : Lab.plan(cluster).nodes()) {
      assertThat(page(cluster))
          .contains("| node %s, control plane | `%s` |".formatted(node.name(), node.address()));
    }
  }

  /** infra-apps.md:26: no two of the six nodes share an address. */
  @Test
  @Invariant(value = 4, lines = "26")
  void no_address_belongs_to_two_nodes() {
    var all = new ArrayList<>(addresses(Lab.INFRA));
    all.addAll(addresses(Lab.APPS));
    assertThat(all).hasSize(6).doesNotHaveDuplicates();
  }

  /** infra-apps.md:238-239: the CIDRs of the table. */
  @ParameterizedTest
  @CsvSource({"infra, 10.244.0.0/16, 10.245.0.0/16", "apps, 10.246.0.0/16, 10.247.0.0/16"})
  @Invariant(value = 5, lines = "236-239")
  void pods_and_services_have_their_cidrs(String cluster, String pods, String services) {
    assertThat(Lab.plan(cluster).pods()).isEqualTo(Cidr.of(pods));
    assertThat(Lab.plan(cluster).services()).isEqualTo(Cidr.of(services));
    assertThat(page(cluster)).contains("| pods | `%s` |".formatted(pods));
    assertThat(Cidr.of(services).contains(dnsAddress(cluster)))
        .as("cluster DNS %s of %s", dnsAddress(cluster), cluster)
        .isTrue();
    assertThat(nativeRouting(cluster).overlaps(Cidr.of(pods))).isTrue();
  }

  /** infra-apps.md:238-239: each of the four has a second octet of its own. */
  @Test
  @Invariant(value = 5, lines = "236-239")
  void cidrs_of_pods_and_services_are_disjoint() {
    var ranges = new ArrayList<>(ranges().entrySet());
    assertThat(ranges).hasSize(4);
    for (var i = 0; i < ranges.size(); i++) {
      for (var other : ranges.subList(i + 1, ranges.size())) {
        assertThat(ranges.get(i).getValue().overlaps(other.getValue()))
            .as("%s overlaps %s", ranges.get(i), other)
            .isFalse();
      }
    }
  }

  /** infra-apps.md:26 and 238-239: 10.244-10.247 on one side, 10.25.11 on the other. */
  @Test
  @Invariant(value = 6, lines = "26, 236-239")
  void cidrs_of_pods_and_services_stay_clear_of_nodes_and_load_balancers() {
    for (var range : ranges().entrySet()) {
      for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
        assertThat(Lab.plan(cluster).nodeNetwork().ranges())
            .as("%s and the network of the nodes of %s", range, cluster)
            .noneMatch(range.getValue()::overlaps);
        assertThat(pool(cluster).overlaps(range.getValue().range()))
            .as("%s and the pool of %s", range, cluster)
            .isFalse();
      }
    }
  }

  /** infra-apps.md:238-239: "10.25.11.200-249" and "10.25.11.100-199". */
  @Test
  @Invariant(value = 7, lines = "238-239")
  void load_balancer_pools_do_not_overlap() {
    assertThat(pool(Lab.INFRA)).isEqualTo(IpRange.of("10.25.11.200", "10.25.11.249"));
    assertThat(pool(Lab.APPS)).isEqualTo(IpRange.of("10.25.11.100", "10.25.11.199"));
    assertThat(pool(Lab.INFRA).overlaps(pool(Lab.APPS))).isFalse();
  }

  /** infra-apps.md:26 and 238-239: the nodes end at .16, the pools begin at .100. */
  @Test
  @Invariant(value = 8, lines = "26, 238-239")
  void no_node_is_in_a_load_balancer_pool() {
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      assertThat(addresses(cluster))
          .isNotEmpty()
          .noneMatch(address -> pool(Lab.INFRA).contains(address))
          .noneMatch(address -> pool(Lab.APPS).contains(address));
    }
  }

  /** infra-apps.md:236-239: each cluster has a "Load Balancer Pool" of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 9, lines = "236-239")
  void load_balancers_have_addresses_of_their_own_clusters_pool(String cluster) {
    var asked = asked(cluster);
    assertThat(asked)
        .as("addresses that load balancers of %s ask for", cluster)
        .hasSizeGreaterThan(2);
    asked.forEach(
        (address, where) ->
            assertThat(pool(cluster).contains(Ip.of(address)))
                .as("%s of %s in the pool %s", address, where, pool(cluster))
                .isTrue());
  }

  // What Services, Gateways and charts ask of load balancing, wherever it stands.
  private static Map<String, String> asked(String cluster) {
    var asked = new TreeMap<String, String>();
    for (var object : Fleet.cluster(cluster).objects().toList()) {
      Lab.eachField(
          object.tree(),
          field -> {
            if (ADDRESS_FIELDS.contains(field.getKey())) {
              asked.put(field.getValue().asText(), object.describe());
            }
          });
      if (object.kind().equals("Gateway")) {
        object
            .at("/spec/addresses")
            .findValuesAsText("value")
            .forEach(address -> asked.put(address, object.describe()));
      }
    }
    return asked;
  }

  private static Map<String, Cidr> ranges() {
    var ranges = new TreeMap<String, Cidr>();
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      ranges.put(cluster + " pods", Lab.plan(cluster).pods());
      ranges.put(cluster + " services", Lab.plan(cluster).services());
    }
    return ranges;
  }

  private static IpRange pool(String cluster) {
    JsonNode block =
        Lab.object(cluster, "CiliumLoadBalancerIPPool load-balancers").at("/spec/blocks/0");
    return IpRange.of(block.path("start").asText(), block.path("stop").asText());
  }

  private static List<Ip> addresses(String cluster) {
    return Lab.plan(cluster).nodes().stream().map(NodePlan::address).toList();
  }

  private static Ip dnsAddress(String cluster) {
    return Ip.of(Lab.value(cluster, "kube-system/coredns", "/service/clusterIP").asText());
  }

  private static Cidr nativeRouting(String cluster) {
    return Cidr.of(Lab.value(cluster, "kube-system/cilium", "/ipv4NativeRoutingCIDR").asText());
  }

  private static String page(String cluster) {
    return Fleet.cluster(cluster).files().get("README.md");
  }
}

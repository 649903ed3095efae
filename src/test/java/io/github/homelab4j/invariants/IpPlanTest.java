package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges and addresses of infra-apps. */
class IpPlanTest {
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
        assertThat(LoadBalancerPoolTest.pool(cluster).overlaps(range.getValue().range()))
            .as("%s and the pool of %s", range, cluster)
            .isFalse();
      }
    }
  }

  private static Map<String, Cidr> ranges() {
    var ranges = new TreeMap<String, Cidr>();
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      ranges.put(cluster + " pods", Lab.plan(cluster).pods());
      ranges.put(cluster + " services", Lab.plan(cluster).services());
    }
    return ranges;
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

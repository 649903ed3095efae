package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools of load balancers of infra-apps, and what takes its address of them. */
class LoadBalancerPoolTest {
  private static final List<String> ADDRESS_FIELDS =
      List.of("lbipam.cilium.io/ips", "loadBalancerIP");

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

  /** The pool that Cilium gives addresses of. */
  static IpRange pool(String cluster) {
    JsonNode block =
        Lab.object(cluster, "CiliumLoadBalancerIPPool load-balancers").at("/spec/blocks/0");
    return IpRange.of(block.path("start").asText(), block.path("stop").asText());
  }

  private static List<Ip> addresses(String cluster) {
    return Lab.plan(cluster).nodes().stream().map(NodePlan::address).toList();
  }
}

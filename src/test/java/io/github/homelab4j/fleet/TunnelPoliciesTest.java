package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Who may talk to whom where nodes are joined by a tunnel. What a node itself sends, the Kubernetes
 * API included, comes out of it as from any other node (cilium/cilium#18049, #45718); what a load
 * balancer hands on, as from the world, of whatever network (cilium/cilium#19061).
 */
class TunnelPoliciesTest {
  @Test
  void webhooks_answer_the_kubernetes_api_on_another_node() {
    var asked = new TreeSet<String>();
    for (var policy : policies()) {
      var webhooks = ports(policy, "kube-apiserver");
      assertThat(ports(policy, "remote-node"))
          .as(policy.at("/metadata/namespace").asText())
          .containsAll(webhooks);
      asked.addAll(webhooks);
    }
    assertThat(asked).contains("10250/TCP", "15017/TCP", "8443/TCP");
  }

  @Test
  void no_policy_tells_networks_apart_since_the_tunnel_does_not() {
    assertThat(policies())
        .isNotEmpty()
        .allSatisfy(
            policy ->
                assertThat(policy.findValues("fromCIDR"))
                    .as(policy.at("/metadata/namespace").asText())
                    .isEmpty());
  }

  @Test
  void every_port_of_a_load_balancer_is_open_to_both_nodes() {
    for (var port : List.of("5140/TCP", "5140/UDP", "24224/TCP")) {
      assertThat(ports(policy("observability"), "world")).contains(port);
      assertThat(ports(policy("observability"), "remote-node")).contains(port);
    }
    for (var namespace : List.of("ingress-nginx", "istio-ingress")) {
      assertThat(ports(policy(namespace), "world")).containsExactlyInAnyOrder("80/TCP", "443/TCP");
    }
    assertThat(ports(policy("istio-ingress"), "remote-node")).contains("80/TCP", "443/TCP");
    // Pods ask for host names, too: they count as neither.
    assertThat(ports(policy("ingress-nginx"), "cluster"))
        .containsExactlyInAnyOrder("80/TCP", "443/TCP");
  }

  @Test
  void what_is_for_inside_only_says_so_at_its_load_balancer() {
    assertThat(object("Service", "fluentd-outside").at("/spec/loadBalancerSourceRanges/0").asText())
        .isEqualTo("10.0.0.0/24");
    assertThat(
            object("HelmRelease", "istio-gateway")
                .at("/spec/values/service/loadBalancerSourceRanges/0")
                .asText())
        .isEqualTo("10.0.0.0/24");
  }

  private static Set<String> ports(JsonNode policy, String entity) {
    return items(policy.at("/spec/ingress"))
        .filter(rule -> items(rule.path("fromEntities")).anyMatch(e -> e.asText().equals(entity)))
        .flatMap(rule -> items(rule.path("toPorts")))
        .flatMap(rule -> items(rule.path("ports")))
        .map(port -> port.path("port").asText() + "/" + port.path("protocol").asText())
        .collect(Collectors.toSet());
  }

  private static JsonNode policy(String namespace) {
    return policies().stream()
        .filter(each -> each.at("/metadata/namespace").asText().equals(namespace))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> policies() {
    return objects("CiliumNetworkPolicy").toList();
  }

  private static JsonNode object(String kind, String name) {
    return objects(kind).filter(each -> name(each).equals(name)).findFirst().orElseThrow();
  }

  private static Stream<JsonNode> objects(String kind) {
    return Fleet.cluster("k3s-pi")
        .objects()
        .filter(object -> object.kind().equals(kind))
        .map(object -> object.at(""));
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

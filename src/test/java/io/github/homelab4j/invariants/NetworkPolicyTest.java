package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.fleet.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may talk to whom in infra-apps. infra-apps.md:203-204: "Network Policies (L3/L4/L7)". */
class NetworkPolicyTest {
  /** infra-apps.md:204, L3: peers are named by who they are, without a port. */
  @Test
  @Invariant(value = 53, lines = "13, 203-204")
  void some_policies_are_of_layer_3() {
    assertThat(rules())
        .anyMatch(
            rule ->
                rule.path("toPorts").isEmpty()
                    && (rule.has("fromEndpoints") || rule.has("fromEntities")));
  }

  /** infra-apps.md:204, L4: ports are named, and their protocol. */
  @Test
  @Invariant(value = 53, lines = "13, 203-204")
  void some_policies_are_of_layer_4() {
    assertThat(ports())
        .anyMatch(port -> port.at("/ports/0/port").asInt() == 5432)
        .allMatch(port -> !port.at("/ports/0/protocol").asText().isEmpty());
  }

  /** infra-apps.md:204, L7: requests are named by method and path. */
  @Test
  @Invariant(value = 53, lines = "13, 203-204")
  void some_policies_are_of_layer_7() {
    assertThat(ports().flatMap(port -> Lab.items(port.at("/rules/http"))))
        .isNotEmpty()
        .allMatch(request -> !request.path("method").asText().isEmpty())
        .allMatch(request -> !request.path("path").asText().isEmpty());
  }

  /** infra-apps.md:13: "Network Policies" secure what holds data or answers people. */
  @ParameterizedTest
  @CsvSource({
    "infra, postgres",
    "infra, keycloak",
    "infra, observability",
    "apps, gitlab",
    "apps, harbor"
  })
  @Invariant(value = 53, lines = "13, 203-204")
  void pods_of_a_namespace_are_closed_to_all_but_who_is_named(String cluster, String namespace) {
    var policy = Lab.object(cluster, "CiliumNetworkPolicy %s/namespace".formatted(namespace));
    assertThat(policy.at("/spec/endpointSelector")).as("all pods").isEmpty();
    assertThat(policy.at("/spec/enableDefaultDeny/ingress").asBoolean(true)).isTrue();
    assertThat(policy.at("/spec/ingress")).isNotEmpty();
  }

  private static Stream<JsonNode> rules() {
    return policies().stream()
        .flatMap(
            policy ->
                Stream.concat(
                    Lab.items(policy.at("/spec/ingress")), Lab.items(policy.at("/spec/egress"))));
  }

  private static Stream<JsonNode> ports() {
    return rules().flatMap(rule -> Lab.items(rule.path("toPorts")));
  }

  private static List<Manifest> policies() {
    return Lab.objects("CiliumNetworkPolicy");
  }
}

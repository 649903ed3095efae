package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metrics and logs of infra-apps, which ask nobody for a password. */
class MetricsAndLogsTest {
  @Test
  void are_closed_to_all_but_who_is_named() {
    assertThat(policies("namespace"))
        .singleElement()
        .satisfies(
            policy -> {
              assertThat(policy.at("/spec/endpointSelector/matchLabels").isMissingNode()).isTrue();
              assertThat(policy.at("/spec/enableDefaultDeny").isMissingNode()).isTrue();
            });
    assertThat(policies("victoria-logs-9428"))
        .singleElement()
        .extracting(
            policy ->
                policy
                    .at(
                        "/spec/ingress/0/fromEndpoints/0/matchLabels/k8s:io.kubernetes.pod.namespace")
                    .asText())
        .isEqualTo("observability-agents");
    assertThat(policies("grafana-80"))
        .singleElement()
        .extracting(policy -> policy.at("/spec/ingress/0/fromEntities/0").asText())
        .isEqualTo("ingress");
  }

  private static Stream<Manifest> policies(String name) {
    return Fleet.written().stream()
        .flatMap(FleetCluster::objects)
        .filter(
            object ->
                object.kind().equals("CiliumNetworkPolicy") && object.cluster().equals("infra"))
        .filter(object -> object.namespace().equals("observability") && object.name().equals(name));
  }
}

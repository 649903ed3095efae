package io.github.homelab4j.networking;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ClusterwidePoliciesTest {
  private static final ServiceRef DNS =
      new ServiceRef(
          "kube-dns",
          "kube-system",
          Port.of(53),
          Port.of(53),
          Map.of("k8s-app", "kube-dns"),
          Provider.external("a test"));

  @Test
  void opens_dns_to_every_pod_and_closes_nothing() {
    var policies =
        new ClusterwidePolicies(
            new App(), "clusterwide-policies", ClusterwidePoliciesProps.builder().dns(DNS).build());
    assertThat(policies)
        .resource("CiliumClusterwideNetworkPolicy", "dns")
        .has("/spec/enableDefaultDeny/egress", false)
        .has("/spec/egress/0/toEndpoints/0/matchLabels/k8s-app", "kube-dns")
        .has("/spec/egress/0/toPorts/0/ports/0/port", "53");
    assertThat(policies).emitsNo("CiliumClusterwideNetworkPolicy", "trusted");
  }

  @Test
  void opens_every_pod_to_whom_is_trusted() {
    var props =
        ClusterwidePoliciesProps.builder()
            .dns(DNS)
            .addTrusted(Peer.namespace(NamespaceRef.of("monitoring")))
            .build();
    assertThat(new ClusterwidePolicies(new App(), "clusterwide-policies", props))
        .resource("CiliumClusterwideNetworkPolicy", "trusted")
        .has("/spec/enableDefaultDeny/ingress", false)
        .has(
            "/spec/ingress/0/fromEndpoints/0/matchLabels/k8s:io.kubernetes.pod.namespace",
            "monitoring");
  }

  @Test
  void rejects_trust_in_names() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                ClusterwidePoliciesProps.builder()
                    .dns(DNS)
                    .addTrusted(Peer.hosts(Hostname.of("example.org")))
                    .build())
        .withMessage(
            "trusted names hosts, which Cilium knows for outgoing traffic only: name a namespace or a network");
  }
}

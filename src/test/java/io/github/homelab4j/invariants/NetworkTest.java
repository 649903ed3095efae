package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.plan.Ip;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cilium in both clusters of infra-apps: routing, BGP and the mesh. */
class NetworkTest {
  private static final String BGP = "load-balancers";
  private static final List<String> OTHER_NETWORKS =
      List.of("calico", "tigera-operator", "flannel", "canal", "weave", "kube-router", "antrea");

  /** infra-apps.md:246: "Juniper SRX320 (AS 64512)" is the peer of both. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 10, lines = "215-219, 229-231, 243-248")
  void the_srx320_is_the_bgp_peer(String cluster) {
    var instances = Lab.object(cluster, "CiliumBGPClusterConfig " + BGP).at("/spec/bgpInstances");
    assertThat(Lab.items(instances).flatMap(instance -> Lab.items(instance.path("peers"))))
        .singleElement()
        .satisfies(
            peer -> {
              assertThat(peer.path("peerAddress").asText()).isEqualTo("10.25.11.1");
              assertThat(peer.path("peerASN").asLong()).isEqualTo(64512);
              assertThat(peer.at("/peerConfigRef/name").asText()).isEqualTo(BGP);
            });
    assertThat(instances.at("/0/localASN").asLong()).isNotEqualTo(64512).isPositive();
    assertThat(Lab.value(cluster, "kube-system/cilium", "/bgpControlPlane/enabled").asBoolean())
        .isTrue();
  }

  /** infra-apps.md:217 and 245: Cilium advertises LoadBalancer IPs, and no Service opts out. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 11, lines = "217, 245")
  void every_load_balancer_is_advertised(String cluster) {
    var advertisement = Lab.object(cluster, "CiliumBGPAdvertisement " + BGP);
    assertThat(Lab.texts(advertisement.at("/spec/advertisements/0/service/addresses")))
        .containsExactly("LoadBalancerIP");
    var selected = advertisement.at("/spec/advertisements/0/selector/matchExpressions");
    assertThat(selected).hasSize(1);
    assertThat(selected.at("/0/operator").asText()).isEqualTo("NotIn");
    var optOut = selected.at("/0/key").asText();
    var family = Lab.object(cluster, "CiliumBGPPeerConfig " + BGP).at("/spec/families/0");
    family
        .at("/advertisements/matchLabels")
        .fields()
        .forEachRemaining(
            label ->
                assertThat(advertisement.at("/metadata/labels/" + label.getKey()))
                    .isEqualTo(label.getValue()));
    assertThat(family.at("/advertisements/matchLabels")).isNotEmpty();
    assertThat(Lab.objects("Service").stream().filter(each -> each.cluster().equals(cluster)))
        .isNotEmpty()
        .allSatisfy(
            service ->
                assertThat(service.at("/metadata/labels").has(optOut))
                    .as("%s opts out of BGP", service)
                    .isFalse());
  }

  /** infra-apps.md:621: "BGP-advertised VIP" of load-balanced API servers. */
  @ParameterizedTest
  @CsvSource({"infra, 10.25.11.249", "apps, 10.25.11.199"})
  @Invariant(value = 12, lines = "621")
  void the_api_server_is_behind_an_advertised_address(String cluster, String address) {
    var service = Lab.object(cluster, "Service kube-system/kube-api");
    assertThat(service.at("/spec/type").asText()).isEqualTo("LoadBalancer");
    assertThat(service.at("/metadata/annotations/lbipam.cilium.io~1ips").asText())
        .isEqualTo(address);
    assertThat(service.at("/spec/selector/k8s-app").asText()).isEqualTo("kube-apiserver");
    assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(6443);
    assertThat(Lab.plan(cluster).nodes()).noneMatch(node -> node.address().equals(Ip.of(address)));
  }

  /** infra-apps.md:10, 35 and 37: "Cilium CNI", and nothing beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 13, lines = "10, 35, 37, 149")
  void cilium_is_the_only_network(String cluster) {
    var releases =
        Lab.objects("HelmRelease").stream()
            .filter(release -> release.cluster().equals(cluster))
            .map(release -> release.name())
            .toList();
    assertThat(releases).contains("cilium").doesNotContainAnyElementsOf(OTHER_NETWORKS);
    assertThat(Lab.value(cluster, "kube-system/cilium", "/kubeProxyReplacement").asBoolean())
        .isTrue();
    assertThat(Lab.value(cluster, "kube-system/cilium", "/cni/exclusive").asBoolean(true))
        .as("other networks' configurations are moved aside")
        .isTrue();
  }

  /** infra-apps.md:39 and 187: both clusters are in one "Cilium ClusterMesh". */
  @Test
  @Invariant(value = 14, lines = "38-41, 187")
  void both_clusters_are_in_one_mesh_under_names_and_ids_of_their_own() {
    var ids = new HashSet<Integer>();
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      var other = cluster.equals(Lab.INFRA) ? Lab.APPS : Lab.INFRA;
      var values = Lab.value(cluster, "kube-system/cilium", "");
      assertThat(values.at("/cluster/name").asText()).isEqualTo(cluster);
      assertThat(ids.add(values.at("/cluster/id").asInt())).as("an id of its own").isTrue();
      var peers = values.at("/clustermesh/config/clusters");
      assertThat(peers.findValuesAsText("name")).containsExactly(other);
      assertThat(peers.at("/0/ips/0"))
          .as("where %s reaches %s", cluster, other)
          .isEqualTo(
              Lab.value(
                  other,
                  "kube-system/cilium",
                  "/clustermesh/apiserver/service/annotations/lbipam.cilium.io~1ips"));
    }
    assertThat(ids).doesNotContain(0);
  }
}

package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What infra-apps can do without, and what it only plans. */
class OptionsTest {
  /** infra-apps.md:505: "Kafka Connect (optional)". */
  @Test
  @Invariant(value = 60, lines = "505")
  void nothing_needs_kafka_connect() {
    var graph = Graph.of(Lab.APPS);
    assertThat(graph.kustomizations())
        .filteredOn(each -> !each.name().equals("kafka-connect"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            each ->
                assertThat(each.at("/spec/dependsOn").findValuesAsText("name"))
                    .doesNotContain("kafka-connect"));
    assertThat(graph.before("kafka-connect")).contains("kafka");
  }

  /** infra-apps.md:586 and 711: "Off-cluster replication (future)", "Off-site Ceph backups". */
  @Test
  @Invariant(value = 61, lines = "586, 709-718")
  void ceph_is_not_mirrored_elsewhere() {
    assertThat(Lab.objects("objects", object -> true).stream().map(object -> object.kind()))
        .doesNotContain("CephRBDMirror", "CephFilesystemMirror");
    assertThat(Lab.value(Lab.INFRA, "rook-ceph/rook-ceph-cluster", "").findValues("mirroring"))
        .isEmpty();
  }

  /** infra-apps.md:717: "Full Cilium service mesh features" are under consideration. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 61, lines = "586, 709-718")
  void features_of_the_service_mesh_are_off(String cluster) {
    var values = Lab.value(cluster, "kube-system/cilium", "");
    assertThat(isOn(values.at("/envoyConfig/enabled"))).isFalse();
    assertThat(isOn(values.at("/authentication/mutual/spire/enabled"))).isFalse();
    assertThat(isOn(values.at("/ingressController/enabled"))).isFalse();
    assertThat(values.at("/loadBalancer/l7/backend").asText("disabled")).isEqualTo("disabled");
  }

  private static boolean isOn(JsonNode setting) {
    return setting.asBoolean();
  }
}

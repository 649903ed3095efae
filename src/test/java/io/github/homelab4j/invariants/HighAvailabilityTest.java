package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What infra-apps survives. */
class HighAvailabilityTest {
  static List<CriticalService> critical() {
    return CriticalService.all();
  }

  static List<CriticalService> critical_with_a_budget_of_their_own() {
    return critical().stream().filter(each -> !each.budget().isEmpty()).toList();
  }

  static List<CriticalService> critical_that_we_spread() {
    return critical().stream().filter(each -> !each.spread().isEmpty()).toList();
  }

  /** infra-apps.md:624: "Critical services have 2+ replicas". */
  @ParameterizedTest
  @MethodSource("critical")
  @Invariant(value = 22, lines = "624")
  void critical_services_have_two_or_more_replicas(CriticalService service) {
    assertThat(service.copies()).isGreaterThanOrEqualTo(2);
  }

  /** infra-apps.md:625: "Prevent simultaneous disruption". */
  @ParameterizedTest
  @MethodSource("critical_with_a_budget_of_their_own")
  @Invariant(value = 23, lines = "625")
  void no_drain_takes_all_replicas_of_a_critical_service(CriticalService service) {
    var budget = service.budgetNode();
    if (budget.isBoolean()) {
      assertThat(budget.asBoolean()).isTrue();
    } else {
      // One may go, and one stays: true of both spellings, since there are two copies at least.
      assertThat(budget.asInt()).isBetween(1, service.copies() - 1);
    }
  }

  /** infra-apps.md:626: "Spread replicas across nodes". */
  @ParameterizedTest
  @MethodSource("critical_that_we_spread")
  @Invariant(value = 24, lines = "626")
  void replicas_of_a_critical_service_run_on_different_nodes(CriticalService service) {
    var spread = service.at(service.spread());
    if (spread.isBoolean()) {
      assertThat(spread.asBoolean()).isTrue();
    } else {
      assertThat(spread.findValuesAsText("topologyKey"))
          .isNotEmpty()
          .containsOnly("kubernetes.io/hostname");
    }
  }

  /** infra-apps.md:319-325, 346 and 629: "Primary + replica (automated failover)". */
  @Test
  @Invariant(value = 25, lines = "319-325, 346, 629")
  void postgresql_has_a_replica_that_takes_over() {
    var postgres = Lab.object(Lab.INFRA, "Cluster postgres/postgres");
    assertThat(postgres.at("/spec/instances").asInt()).isGreaterThanOrEqualTo(2);
    // CloudNativePG promotes a replica by itself unless it is fenced or hibernated.
    assertThat(postgres.at("/metadata/annotations").has("cnpg.io/hibernation")).isFalse();
    assertThat(postgres.at("/metadata/annotations").has("cnpg.io/fencedInstances")).isFalse();
    assertThat(postgres.at("/spec/replica").isMissingNode()).isTrue();
  }

  /** infra-apps.md:268 and 630: "Replication (3x)". */
  @Test
  @Invariant(value = 26, lines = "268, 630")
  void each_ceph_pool_keeps_three_copies() {
    var values = Lab.value(Lab.INFRA, "rook-ceph/rook-ceph-cluster", "");
    var sizes =
        Stream.concat(
                values.path("cephBlockPools").findValues("replicated").stream(),
                values.path("cephFileSystems").findValues("replicated").stream())
            .map(replicated -> replicated.path("size").asInt())
            .toList();
    assertThat(sizes).hasSizeGreaterThanOrEqualTo(3).containsOnly(3);
    assertThat(values.findValuesAsText("failureDomain")).containsOnly("host");
  }

  /** infra-apps.md:261: "Ceph Monitors (3)". */
  @Test
  @Invariant(value = 27, lines = "261")
  void ceph_has_three_monitors_on_three_nodes() {
    var mon = Lab.value(Lab.INFRA, "rook-ceph/rook-ceph-cluster", "/cephClusterSpec/mon");
    assertThat(mon.path("count").asInt()).isEqualTo(3);
    assertThat(mon.path("allowMultiplePerNode").asBoolean(true)).isFalse();
  }

  /** infra-apps.md:266: "Ceph OSDs (per node)". */
  @Test
  @Invariant(value = 28, lines = "266")
  void every_node_of_infra_has_disks_for_ceph() {
    var nodes =
        Lab.value(Lab.INFRA, "rook-ceph/rook-ceph-cluster", "/cephClusterSpec/storage/nodes");
    assertThat(Lab.items(nodes).map(node -> node.path("name").asText()))
        .containsExactlyInAnyOrderElementsOf(
            Lab.plan(Lab.INFRA).nodes().stream().map(NodePlan::name).toList());
    assertThat(Lab.items(nodes)).allMatch(node -> !node.path("devices").isEmpty());
  }

  /**
   * infra-apps.md:496, 501 and 631: "3 brokers, 3 ZooKeeper nodes"; Strimzi runs Kafka with
   * controllers in ZooKeeper's place.
   */
  @ParameterizedTest
  @ValueSource(strings = {"broker", "controller"})
  @Invariant(value = 29, lines = "496, 501, 631")
  void kafka_has_three_brokers_and_three_controllers(String role) {
    var pools =
        Lab.objects("KafkaNodePool").stream()
            .filter(pool -> Lab.texts(pool.at("/spec/roles")).contains(role))
            .toList();
    assertThat(pools).hasSize(1);
    assertThat(pools.get(0).at("/spec/replicas").asInt()).isEqualTo(3);
    assertThat(pools.get(0).at("/metadata/labels/strimzi.io~1cluster").asText()).isEqualTo("kafka");
  }

  /** infra-apps.md:383: "Runs on every node". */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 30, lines = "383")
  void fluent_bit_runs_on_every_node(String cluster) {
    var values = Lab.value(cluster, "observability-agents/fluent-bit", "");
    // The chart makes a DaemonSet unless it is told otherwise.
    assertThat(values.path("kind").asText("DaemonSet")).isEqualTo("DaemonSet");
    assertThat(values.path("tolerations"))
        .singleElement()
        .satisfies(
            toleration -> {
              assertThat(toleration.path("operator").asText()).isEqualTo("Exists");
              assertThat(toleration).hasSize(1);
            });
    assertThat(values.has("nodeSelector")).isFalse();
    assertThat(values.has("affinity")).isFalse();
  }
}

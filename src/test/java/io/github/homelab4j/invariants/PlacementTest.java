package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which cluster of infra-apps runs what. */
class PlacementTest {
  private static final List<String> BOTH = List.of(Lab.INFRA, Lab.APPS);

  /** infra-apps.md:8: "2x 3-node Talos Kubernetes clusters (infra + apps)". */
  @Test
  @Invariant(value = 1, lines = "8")
  void there_are_exactly_two_clusters() {
    assertThat(Lab.clusters()).extracting(FleetCluster::id).containsExactly("infra", "apps");
    assertThat(Lab.objects("GitRepository").stream().filter(PlacementTest::isRoot))
        .extracting(Manifest::cluster)
        .containsExactly("infra", "apps");
  }

  /** infra-apps.md:29-36: "PLATFORM SERVICES" stand on infra's side of the picture. */
  @ParameterizedTest
  @CsvSource({
    "HelmRelease, rook-ceph-cluster",
    "HelmRelease, cloudnative-pg",
    "Cluster, postgres",
    "HelmRelease, dragonfly-operator",
    "Dragonfly, dragonfly-gitlab",
    "Dragonfly, dragonfly-harbor",
    "VMSingle, main",
    "HelmRelease, victoria-logs",
    "Keycloak, keycloak"
  })
  @Invariant(value = 15, lines = "29-36, 176-180")
  void platform_services_run_in_infra_only(String kind, String name) {
    assertThat(Lab.clustersWith(kind, name)).containsExactly(Lab.INFRA);
  }

  /** infra-apps.md:31-32 and 178-180: apps has Ceph, PostgreSQL and caches of infra only. */
  @Test
  @Invariant(value = 15, lines = "29-36, 176-180")
  void ceph_in_apps_is_that_of_infra() {
    assertThat(Lab.objects("CephCluster"))
        .singleElement()
        .satisfies(
            ceph -> {
              assertThat(ceph.cluster()).isEqualTo(Lab.APPS);
              assertThat(ceph.at("/spec/external/enable").asBoolean()).isTrue();
              assertThat(ceph.at("/spec/storage").isMissingNode()).isTrue();
            });
  }

  /** infra-apps.md:30-33: "APPLICATION WORKLOADS" stand on the side of apps. */
  @ParameterizedTest
  @CsvSource({
    "HelmRelease, gitlab",
    "HelmRelease, gitlab-runner",
    "HelmRelease, harbor",
    "HelmRelease, strimzi-kafka-operator",
    "Kafka, kafka"
  })
  @Invariant(value = 16, lines = "29-34, 176-180")
  void applications_run_in_apps_only(String kind, String name) {
    assertThat(Lab.clustersWith(kind, name)).containsExactly(Lab.APPS);
  }

  /** infra-apps.md:36-42: "SHARED INFRASTRUCTURE" of apps is what infra has as well. */
  @ParameterizedTest
  @CsvSource({
    "HelmRelease, cilium",
    "HelmRelease, coredns",
    "HelmRelease, cert-manager",
    "HelmRelease, external-secrets",
    "HelmRelease, openebs",
    "HelmRelease, fluent-bit",
    "HelmRelease, node-exporter",
    "HelmRelease, kube-state-metrics",
    "VMAgent, main"
  })
  @Invariant(value = 17, lines = "34-42")
  void shared_infrastructure_runs_in_both(String kind, String name) {
    assertThat(Lab.clustersWith(kind, name)).containsExactlyElementsOf(BOTH);
  }

  /** infra-apps.md:45 and 189: metrics in infra, for both clusters. */
  @Test
  @Invariant(value = 19, lines = "45, 189")
  void the_one_metrics_store_holds_both_clusters() {
    assertThat(Lab.objects("VMSingle")).extracting(Manifest::cluster).containsExactly(Lab.INFRA);
    assertThat(Lab.objects("VMAgent"))
        .hasSize(2)
        .allSatisfy(
            agent -> {
              assertThat(agent.at("/spec/remoteWrite")).hasSize(1);
              assertThat(agent.at("/spec/remoteWrite/0/url").asText())
                  .startsWith("http://vmsingle-main.observability.svc.cluster.local:8428/");
              assertThat(agent.at("/spec/externalLabels/cluster").asText())
                  .isEqualTo(agent.cluster());
            });
  }

  /** infra-apps.md:45 and 189: logs in infra, of both clusters. */
  @Test
  @Invariant(value = 19, lines = "45, 189")
  void the_one_log_store_holds_both_clusters() {
    assertThat(Lab.clustersWith("HelmRelease", "victoria-logs")).containsExactly(Lab.INFRA);
    for (var cluster : BOTH) {
      assertThat(Lab.value(cluster, "observability-agents/fluent-bit", "/config/outputs").asText())
          .containsOnlyOnce("[OUTPUT]")
          .contains("Host victoria-logs.observability.svc.cluster.local\n");
      assertThat(Lab.value(cluster, "observability-agents/fluent-bit", "/config/filters").asText())
          .contains("Record cluster " + cluster);
    }
  }

  /** infra-apps.md:36, 46 and 517: "Keycloak (Infra Cluster)", "Centralized Identity". */
  @Test
  @Invariant(value = 20, lines = "36, 46, 517")
  void there_is_one_keycloak() {
    assertThat(Lab.objects("Keycloak")).extracting(Manifest::cluster).containsExactly(Lab.INFRA);
  }

  private static boolean isRoot(Manifest source) {
    return source.name().equals("flux-system");
  }
}

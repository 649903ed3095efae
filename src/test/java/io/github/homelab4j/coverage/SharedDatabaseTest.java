package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.invariants.Invariant;
import org.junit.jupiter.api.Test;

/** The one PostgreSQL of infra-apps. */
class SharedDatabaseTest {
  /** infra-apps.md:327-330: "harbor-pooler", "keycloak-pooler", "gitlab-pooler". */
  @Test
  @Invariant(value = 35, lines = "327-330")
  void has_3_poolers_one_for_each_client() {
    assertThat(
            Fleet.written().stream()
                .flatMap(FleetCluster::objects)
                .filter(object -> object.kind().equals("Pooler")))
        .hasSize(3)
        .extracting(
            Manifest::cluster, Manifest::name, pooler -> pooler.at("/spec/cluster/name").asText())
        .containsExactlyInAnyOrder(
            tuple("infra", "harbor-pooler", "postgres"),
            tuple("infra", "keycloak-pooler", "postgres"),
            tuple("infra", "gitlab-pooler", "postgres"));
  }

  /** infra-apps.md:44, 188 and 317: "CNPG Shared Cluster (Infra)". */
  @Test
  @Invariant(value = 18, lines = "44, 188, 317")
  void is_the_only_one() {
    assertThat(
            Fleet.written().stream()
                .flatMap(FleetCluster::objects)
                .filter(
                    object ->
                        object.group().equals("postgresql.cnpg.io")
                            && object.kind().equals("Cluster")))
        .singleElement()
        .extracting(Manifest::cluster)
        .isEqualTo("infra");
  }
}

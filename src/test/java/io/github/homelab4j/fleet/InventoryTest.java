package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code inventory.json}, which programs read. */
class InventoryTest {
  @Test
  void says_what_a_component_provides_and_who_uses_it_also_elsewhere() throws IOException {
    var postgres = component("infra", "postgres");
    assertThat(texts(postgres, "provides"))
        .contains("database gitlab at service postgres/gitlab-pooler:5432");
    assertThat(texts(postgres, "usedBy"))
        .contains("apps/gitlab", "apps/harbor", "infra/grafana", "infra/keycloak");
    assertThat(texts(postgres, "images")).anyMatch(image -> image.contains("/postgresql:17."));
  }

  @Test
  void says_what_a_component_needs_and_what_it_is_made_from() throws IOException {
    var harbor = component("apps", "harbor");
    assertThat(harbor.path("construct").asText()).isEqualTo("io.github.homelab4j.registry.Harbor");
    assertThat(harbor.at("/chart/version").asText()).isNotEmpty();
    assertThat(texts(harbor, "needs"))
        .contains("storage class rook-ceph-block (apps/rook-ceph-external)");
    assertThat(texts(harbor, "dependsOn")).contains("rook-ceph-external", "gateway");
    assertThat(texts(harbor, "resources")).contains("HelmRelease harbor/harbor");
  }

  private static JsonNode component(String cluster, String name) throws IOException {
    var files = Fleet.synthesize(InfraAppsHomelab::new).files();
    var inventory = new ObjectMapper().readTree(files.get(cluster).get("inventory.json"));
    return StreamSupport.stream(inventory.path("components").spliterator(), false)
        .filter(component -> component.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode component, String list) {
    return StreamSupport.stream(component.path(list).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}

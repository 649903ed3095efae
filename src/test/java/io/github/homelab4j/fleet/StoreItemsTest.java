package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the owner must put into the secret store. */
class StoreItemsTest {
  @Test
  void the_page_of_a_cluster_names_each_property_that_it_reads() {
    var requests =
        Fleet.objects("ExternalSecrets", object -> object.kind().equals("ExternalSecret"));
    for (var request : requests) {
      var page = Fleet.cluster(request.cluster()).files().get("README.md");
      for (var entry : request.at("/spec/data")) {
        assertThat(page.lines())
            .as("README of cluster %s", request.cluster())
            .anySatisfy(
                line ->
                    assertThat(line)
                        .startsWith("| %s | ".formatted(entry.at("/remoteRef/key").asText()))
                        .contains("`%s`".formatted(entry.at("/remoteRef/property").asText())));
      }
    }
  }
}

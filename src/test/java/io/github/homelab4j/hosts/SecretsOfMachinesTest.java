package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.example.EdgeHomelab;
import io.github.homelab4j.example.EdgePlan;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.secrets.VaultStore;
import org.junit.jupiter.api.Test;

/** What machines need of a secret store, which is there before the cluster is. */
class SecretsOfMachinesTest {
  @Test
  void a_machine_needs_the_store_itself_and_not_the_clusters_way_to_it() {
    var homelab = new EdgeHomelab(new EdgePlan());
    var cluster = homelab.clusters().get(0);
    var server = the(VaultServer.class, cluster);
    var minio =
        new Minio(
            cluster,
            "other-minio",
            MinioProps.builder()
                .host(((HasHost) server.props()).host())
                .architecture(K3s.Architecture.AMD64)
                .root(the(VaultStore.class, cluster).item("minio/other"))
                .build());

    assertThat(Resolver.resolve(homelab).clusters().get(0).links())
        .filteredOn(link -> link.consumer() == minio)
        .isNotEmpty()
        .extracting(Link::provider)
        .containsOnly(server);
  }

  private static <T extends Component> T the(Class<T> type, Cluster cluster) {
    return cluster.components().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}

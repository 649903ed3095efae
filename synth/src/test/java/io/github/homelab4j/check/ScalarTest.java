package io.github.homelab4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Planted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarTest {
  @Test
  void each_says_where_it_stands() {
    var found = new ArrayList<String>();
    cluster().scalars(scalar -> found.add(scalar.pointer() + " " + scalar.key()));
    assertThat(found)
        .contains("/metadata/name name", "/data/a~1b~0 a/b~", "/metadata/finalizers/1 finalizers");
  }

  @Test
  void only_those_are_made_that_are_looked_for() {
    var found = new ArrayList<String>();
    cluster()
        .scalars(
            (in, key) -> "finalizers".equals(in) || key.equals("a/b~"),
            scalar -> found.add(scalar.value().asText() + " " + scalar.index()));
    assertThat(found).containsExactly("one 0", "two 1", "1 0");
  }

  @Test
  void a_way_is_spelled_with_dots_too() {
    var way = Way.ROOT.to("spec").to("containers").to(2).to("image");
    assertThat(way.dotted()).isEqualTo("spec.containers[2].image");
    assertThat(way.pointer()).isEqualTo("/spec/containers/2/image");
    assertThat(Way.ROOT.dotted() + Way.ROOT.pointer()).isEmpty();
  }

  private static ClusterView cluster() {
    var homelab = new ExampleHomelab();
    var metadata = Meta.of("shop", "apps");
    metadata.setFinalizers(List.of("one", "two"));
    HasMetadata config =
        new ConfigMapBuilder().withMetadata(metadata).addToData("a/b~", "1").build();
    new Planted(homelab.one(), "shop", config);
    var cluster = Resolver.resolve(homelab).clusters().get(0);
    return ClusterView.of(cluster);
  }
}

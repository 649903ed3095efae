package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.Loss;
import io.github.homelab4j.example.PlannedHomelab;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import org.junit.jupiter.api.Test;

/** What a cluster takes from machines outside is missed when they are gone. */
class OutsideMachinesTest {
  @Test
  void who_asks_a_machine_is_hit_as_its_reference_says() {
    var landscape = Landscape.of(Resolver.resolve(new PlannedHomelab()));
    var node1 = landscape.find("node1").get(0);
    assertThat(Impact.of(landscape, node1))
        .extracting(hit -> hit.thing().name(), Impact.Hit::loss)
        .contains(
            tuple("pi/coredns", Loss.DEGRADES),
            tuple("pi", Loss.DEGRADES),
            tuple("pi/vault-backend", Loss.STALLS))
        .noneMatch(hit -> hit.toList().contains(Loss.STOPS) && isComponent(hit.toList().get(0)));
  }

  private static boolean isComponent(Object name) {
    return name.toString().startsWith("pi/");
  }
}

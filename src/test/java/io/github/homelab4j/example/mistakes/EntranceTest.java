package io.github.homelab4j.example.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.Loss;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Thing;
import io.github.homelab4j.query.Thing.Kind;
import org.junit.jupiter.api.Test;

/** What is known of a way in by Ingresses. */
class EntranceTest {
  private final Landscape landscape = Landscape.of(Resolver.resolve(Entrance.sound()));

  @Test
  void without_the_controller_its_address_and_what_is_entered_there_are_gone() {
    assertThat(Impact.of(landscape, component("ingress-nginx")))
        .extracting(Impact.Hit::thing, Impact.Hit::loss, Impact.Hit::steps)
        .contains(
            tuple(new Thing(Kind.ADDRESS, "192.0.2.101"), Loss.STOPS, 1),
            tuple(component("book"), Loss.STOPS, 1),
            tuple(component("pen"), Loss.STOPS, 1));
  }

  @Test
  void a_host_name_is_served_by_whose_ingress_has_it() {
    assertThat(Impact.of(landscape, component("book")))
        .extracting(Impact.Hit::thing)
        .containsExactly(new Thing(Kind.HOSTNAME, "shop.example.org"));
  }

  private static Thing component(String name) {
    return new Thing(Kind.COMPONENT, "house/" + name);
  }
}

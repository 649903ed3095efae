package io.github.homelab4j.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.Loss;
import io.github.homelab4j.query.Thing.Kind;
import org.junit.jupiter.api.Test;

class ImpactTest {
  private final Thing database = component("database");
  private final Thing wiki = component("wiki");
  private final Thing login = component("login");
  private final Thing page = new Thing(Kind.HOSTNAME, "wiki.example.org");
  private final Landscape landscape = new Landscape();

  ImpactTest() {
    landscape.add(new Need(wiki, database, "database wiki", Loss.STOPS));
    landscape.add(new Need(page, wiki, "serves it", Loss.STOPS));
    landscape.add(new Need(wiki, login, "logins", Loss.DEGRADES));
  }

  @Test
  void what_stops_takes_along_what_needs_it() {
    assertThat(Impact.of(landscape, database))
        .extracting(Impact.Hit::steps, Impact.Hit::thing, Impact.Hit::loss)
        .containsExactly(tuple(1, wiki, Loss.STOPS), tuple(2, page, Loss.STOPS));
  }

  @Test
  void what_merely_degrades_takes_nothing_along() {
    assertThat(Impact.of(landscape, login))
        .extracting(Impact.Hit::thing, Impact.Hit::loss)
        .containsExactly(tuple(wiki, Loss.DEGRADES));
  }

  @Test
  void the_worse_of_two_reasons_counts() {
    landscape.add(new Need(wiki, login, "sessions", Loss.STOPS));
    assertThat(Impact.of(landscape, login))
        .extracting(Impact.Hit::thing, Impact.Hit::loss)
        .containsExactly(tuple(wiki, Loss.STOPS), tuple(page, Loss.STOPS));
  }

  @Test
  void things_that_need_each_other_end() {
    landscape.add(new Need(database, wiki, "backups", Loss.STOPS));
    assertThat(Impact.of(landscape, database))
        .extracting(Impact.Hit::thing)
        .containsExactly(wiki, page);
  }

  @Test
  void a_thing_is_found_by_the_last_part_of_its_name_and_by_a_near_one() {
    assertThat(landscape.find("wiki")).containsExactly(wiki);
    assertThat(landscape.find("home/wiki")).containsExactly(wiki);
    assertThat(landscape.find("wikki")).isEmpty();
    assertThat(landscape.nearest("wikki")).contains(wiki);
  }

  private static Thing component(String name) {
    return new Thing(Kind.COMPONENT, "home/" + name);
  }
}

package io.github.homelab4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearTest {
  @Test
  void a_misspelt_name_is_told_the_one_that_was_meant() {
    assertThat(Near.to("grafna", List.of("keycloak", "grafana", "gitlab"))).contains("grafana");
    assertThat(Near.cure("harbro", List.of("harbor"), "pass one"))
        .isEqualTo("did you mean harbor?");
  }

  @Test
  void what_resembles_nothing_gets_no_guess() {
    assertThat(Near.to("vault", List.of("keycloak", "grafana"))).isEmpty();
    assertThat(Near.to("80", List.of("443", "http"))).isEmpty();
    assertThat(Near.cure("vault", List.of("keycloak"), "pass one")).isEqualTo("pass one");
  }

  @Test
  void what_there_is_is_listed_nearest_first_and_the_rest_counted() {
    var names = List.of("aaaaaaaa", "b1", "b2", "b3", "b4", "b5", "b6");
    assertThat(Near.list("b0", names)).isEqualTo("b1, b2, b3, b4, b5, b6 and 1 more");
    assertThat(Near.list("b0", List.of())).isEqualTo("none");
  }

  @Property
  void the_distance_is_the_same_in_both_directions_and_none_to_itself(
      @ForAll @AlphaChars @StringLength(max = 12) String one,
      @ForAll @AlphaChars @StringLength(max = 12) String other) {
    assertThat(Near.distance(one, other)).isEqualTo(Near.distance(other, one));
    assertThat(Near.distance(one, one)).isZero();
    assertThat(Near.distance(one, other))
        .isLessThanOrEqualTo(Math.max(one.length(), other.length()));
  }
}

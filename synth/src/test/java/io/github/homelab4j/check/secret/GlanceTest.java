package io.github.homelab4j.check.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlanceTest {
  @ParameterizedTest
  @EnumSource(Tokens.class)
  void each_hint_of_a_token_is_seen_wherever_it_stands(Tokens token) {
    for (var hint : token.hints()) {
      assertThat(Glance.at(hint) & token.mark()).as(hint).isNotZero();
      // What begins like a hint and breaks off, and what is not of Latin-1.
      var start = hint.substring(0, hint.length() - 1);
      assertThat(Glance.at("日" + start + hint + "é") & token.mark()).as(hint).isNotZero();
    }
  }

  @Test
  void a_word_within_another_is_seen_too() {
    var hints = new Hints().add("ab", 1).add("xaby", 2).add("b", 4).build();
    assertThat(seen(hints, "xab")).isEqualTo(5);
    assertThat(seen(hints, "xaby")).isEqualTo(7);
    assertThat(seen(hints, "xa" + "\u00e9" + "by")).isEqualTo(4);
  }

  @Test
  void runs_are_counted_without_what_stands_between() {
    assertThat(Glance.has(Glance.at("a".repeat(16)), Glance.RUN)).isTrue();
    assertThat(Glance.has(Glance.at("a".repeat(26)), Glance.LONG_RUN)).isFalse();
    assertThat(Glance.has(Glance.at("a".repeat(27)), Glance.RUN | Glance.LONG_RUN)).isTrue();
    assertThat(Glance.has(Glance.at("a".repeat(15) + "é" + "a".repeat(15)), Glance.RUN)).isFalse();
  }

  @Test
  void most_texts_have_nothing_that_a_pattern_needs() {
    assertThat(Glance.at("Stock notice search payment profile supplier, 17 of them!")).isZero();
  }

  private static long seen(Hints hints, String text) {
    long seen = 0;
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      state = hints.next(state, (byte) text.charAt(i));
      seen |= hints.ended(state);
    }
    return seen;
  }
}

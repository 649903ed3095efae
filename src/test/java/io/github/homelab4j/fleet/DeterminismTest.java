package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.synth.Synthesis;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same code gives the same bytes, whoever runs it. */
class DeterminismTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  static List<Supplier<Homelab>> homelabs() {
    return Fleet.HOMELABS;
  }

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @MethodSource("homelabs")
  void a_second_synthesis_gives_the_same_bytes(Supplier<Homelab> homelab) {
    assertSame(Fleet.synthesize(homelab), Fleet.synthesize(homelab));
  }

  // Turkish has a dotless i, and a decimal comma.
  @ParameterizedTest
  @MethodSource("homelabs")
  void a_turkish_machine_in_another_time_zone_gives_the_same_bytes(Supplier<Homelab> homelab) {
    var here = Fleet.synthesize(homelab);
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    assertSame(here, Fleet.synthesize(homelab));
  }

  private static void assertSame(Synthesis one, Synthesis other) {
    assertThat(one.files()).as("clusters of the homelab").isNotEmpty();
    assertThat(other.files().keySet()).isEqualTo(one.files().keySet());
    one.files().forEach((cluster, files) -> assertThat(other.files().get(cluster)).as("files of cluster %s", cluster).isEqualTo(files));
  }
}

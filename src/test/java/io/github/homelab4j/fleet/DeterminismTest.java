package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

  @ParameterizedTest
  @MethodSource("homelabs")
  void any_number_of_threads_gives_the_same_bytes(Supplier<Homelab> homelab) {
    assertSame(with(homelab, 1), with(homelab, 7));
  }

  private static Synthesis with(Supplier<Homelab> homelab, int threads) {
    return Synthesizer.synthesize(
        homelab.get(), Optional.empty(), Optional.empty(), new Timings(), Jobs.of(threads));
  }

  // Turkish has a dotless i and a decimal comma, Arabic its own digits.
  @ParameterizedTest
  @MethodSource("machines")
  void a_machine_elsewhere_gives_the_same_bytes(
      Supplier<Homelab> homelab, String language, String place) {
    var here = Fleet.synthesize(homelab);
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(place));
    assertSame(here, Fleet.synthesize(homelab));
  }

  static Stream<Arguments> machines() {
    return Fleet.HOMELABS.stream()
        .flatMap(
            homelab ->
                Stream.of(
                    Arguments.of(homelab, "tr-TR", "Pacific/Kiritimati"),
                    Arguments.of(homelab, "ar-EG", "America/St_Johns")));
  }

  private static void assertSame(Synthesis one, Synthesis other) {
    assertThat(one.files()).as("clusters of the homelab").isNotEmpty();
    assertThat(other.files().keySet()).isEqualTo(one.files().keySet());
    one.files()
        .forEach(
            (cluster, files) ->
                assertThat(other.files().get(cluster))
                    .as("files of cluster %s", cluster)
                    .isEqualTo(files));
  }
}

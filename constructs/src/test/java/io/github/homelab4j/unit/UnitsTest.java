package io.github.homelab4j.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "500m, 0.500",
    "2, 2",
    "0.5, 0.5",
    "1k, 1000",
    "1Ki, 1024",
    "512Mi, 536870912",
    "10Gi, 10737418240",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624"
  })
  void a_quantity_knows_its_amount(String text, String amount) {
    assertThat(Quantity.of(text).amount()).isEqualByComparingTo(amount);
    assertThat(Quantity.of(text)).hasToString(text);
    assertThat(Quantity.of(text).model()).hasToString(text);
  }

  @Test
  void quantities_compare_by_amount() {
    var sorted =
        Stream.of(
                Quantity.gi(1),
                Quantity.mi(1023),
                Quantity.ti(1),
                Quantity.of("1G"),
                Quantity.millis(5))
            .sorted();
    assertThat(sorted)
        .extracting(Quantity::text)
        .containsExactly("5m", "1G", "1023Mi", "1Gi", "1Ti");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10GB", "10 Gi", "1e3", "-1", "10gi", "1.Gi", ".5", "Gi", "1Gi\n"})
  void what_is_no_quantity_is_refused(String text) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Quantity.of(text))
        .withMessage(
            "'%s' is not a quantity: write a number with a unit, as 500m, 2, 512Mi or 10Gi", text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT5M, 5m",
    "PT1H30M, 1h30m",
    "PT90S, 1m30s",
    "PT0.5S, 500ms",
    "PT24H, 24h",
    "PT25H0.001S, 25h1ms"
  })
  void durations_are_spelt_as_go_does(Duration duration, String text) {
    assertThat(Durations.go(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1S", "PT0.0001S"})
  void durations_that_go_cannot_spell_shortly_are_refused(Duration duration) {
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(() -> Durations.go(duration));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5m", "1h30m", "10s", "24h"})
  void durations_come_back_from_their_spelling(String text) {
    assertThat(Durations.go(Durations.parse(text))).isEqualTo(text);
  }

  @Test
  void a_port_is_between_1_and_65535() {
    assertThat(Port.of(65_535)).hasToString("65535");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Port.of(0))
        .withMessage("0 is not a port: take one from 1 to 65535");
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(() -> Port.of(65_536));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 3 * * *", "*/5 * * * *", "0 0-6 1,15 * 1-5", "59 23 31 12 6", "0 */12 * * 0"})
  void a_schedule_has_five_fields(String text) {
    assertThat(CronSchedule.of(text)).hasToString(text);
    assertThat(CronSchedule.of(text).withSeconds()).isEqualTo("0 " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 3 * *",
        "0 3 * * * *",
        "60 3 * * *",
        "0 24 * * *",
        "0 3 0 * *",
        "0 3 * 13 *",
        "0 3 * * 7",
        "5-1 * * * *",
        "*/0 * * * *",
        "@daily",
        "a b c d e",
        "0 3 * * MON",
        "0,61 3 * * *",
        "5-70 * * * *"
      })
  void what_is_no_schedule_is_refused(String text) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> CronSchedule.of(text))
        .withMessageContaining(text);
  }

  @Test
  void a_daily_schedule_is_at_its_time() {
    assertThat(CronSchedule.daily(2, 30)).isEqualTo(CronSchedule.of("30 2 * * *"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> CronSchedule.daily(24, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org", "a", "*.example.org", "a-b.c1.example.org", "1password.com"})
  void a_host_name_is_a_dns_name(String text) {
    assertThat(Hostname.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Example.org",
        "example.org.",
        "-a.org",
        "a-.org",
        "a..b",
        "a_b.org",
        "*",
        "a.*.org",
        "https://a.org",
        "a b"
      })
  void what_is_no_host_name_is_refused(String text) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Hostname.of(text))
        .withMessageStartingWith("'%s' is not a host name", text);
  }

  @Test
  void a_label_of_a_host_name_has_at_most_63_characters_and_a_name_253() {
    assertThat(Hostname.of("a".repeat(63) + ".org")).isNotNull();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Hostname.of("a".repeat(64) + ".org"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Hostname.of("a.".repeat(130) + "org"));
  }

  @Test
  void an_asterisk_covers_exactly_one_label() {
    var wildcard = Hostname.of("*.example.org");
    assertThat(wildcard.covers(Hostname.of("harbor").in(Hostname.of("example.org")))).isTrue();
    assertThat(wildcard.covers(Hostname.of("a.b.example.org"))).isFalse();
    assertThat(wildcard.covers(Hostname.of("example.org"))).isFalse();
    assertThat(Hostname.of("a.org").covers(Hostname.of("a.org"))).isTrue();
    assertThat(Hostname.of("a.org").covers(Hostname.of("b.org"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/a/b:1.2.3, ghcr.io, a/b, 1.2.3",
    "registry.example.org:5000/a:v1, registry.example.org:5000, a, v1",
    "quay.io/a/b/c:1-alpine, quay.io, a/b/c, 1-alpine"
  })
  void an_image_has_registry_repository_and_tag(
      String text, String registry, String repository, String tag) {
    var image = ImageRef.of(text);
    assertThat(image.registry()).isEqualTo(registry);
    assertThat(image.repository()).isEqualTo(repository);
    assertThat(image.tag()).isEqualTo(tag);
  }

  @Test
  void the_tag_of_an_image_keeps_its_digest() {
    var digest = "@sha256:" + "0".repeat(64);
    assertThat(ImageRef.of("ghcr.io/a/b:1.2.3" + digest).tag()).isEqualTo("1.2.3" + digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx",
        "nginx:1.2",
        "ghcr.io/a/b",
        "ghcr.io/a/b:latest",
        "ghcr.io/a/b:",
        "ghcr.io/A/b:1",
        "https://ghcr.io/a:1"
      })
  void an_image_without_registry_or_exact_tag_is_refused(String text) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> ImageRef.of(text))
        .withMessageStartingWith("'%s' is not a pinned image", text);
  }
}

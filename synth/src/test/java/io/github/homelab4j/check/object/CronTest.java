package io.github.homelab4j.check.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "0 3 * * 0",
        "*/15 0-6,22-23 1,15 jan-MAR mon",
        "0 0 ? * 1-5",
        "5/15 * * * *",
        "@daily",
        "@every 1h30m"
      })
  void goes_where_gos_library_goes(String schedule) {
    assertThat(Cron.problem(schedule, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "0 3 * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 7",
        "* * * foo *",
        "5-1 * * * *",
        "*/0 * * * *",
        "1,,2 * * * *",
        "@dayly",
        "@every day",
        "CRON_TZ=UTC 0 3 * * *"
      })
  void stops_where_gos_library_stops(String schedule) {
    assertThat(Cron.problem(schedule, false)).isPresent();
  }

  @Test
  void a_schedule_with_seconds_has_six_fields() {
    assertThat(Cron.problem("0 0 3 * * *", true)).isEmpty();
    assertThat(Cron.problem("0 3 * * *", true)).hasValue("it has 5 fields and not 6");
  }
}

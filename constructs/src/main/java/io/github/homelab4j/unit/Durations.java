package io.github.homelab4j.unit;

import io.github.homelab4j.core.InvalidPropsException;
import java.time.Duration;

/**
 * Durations as Go, and so Kubernetes and Flux, spell them: {@code 1h}, {@code 10m}, {@code 1h30m},
 * {@code 500ms}.
 */
public final class Durations {
  private Durations() {}

  /**
   * The shortest spelling of a duration.
   *
   * @throws InvalidPropsException when it is negative or finer than a millisecond
   */
  public static String go(Duration duration) {
    if (duration.isNegative() || duration.toNanosPart() % 1_000_000 != 0) {
      throw new InvalidPropsException(
          "%s is not a duration that can be written in whole milliseconds: use a positive one"
              .formatted(duration));
    }
    if (duration.isZero()) {
      return "0s";
    }
    var text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.toString();
  }

  /**
   * Reads {@code 5m}, {@code 1h30m} or {@code 10s}, as annotations of this library state a
   * duration.
   */
  public static Duration parse(String text) {
    return Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}

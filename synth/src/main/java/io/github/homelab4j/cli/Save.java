package io.github.homelab4j.cli;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** A save and how long what was done for it took. */
final class Save {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final long MILLI = 1_000_000;

  private final LocalTime at = LocalTime.now();
  private final long start = System.nanoTime();
  private long compiled = start;
  private long ended = start;

  /** Compiles it. */
  <T> T compile(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      compiled = System.nanoTime();
      ended = compiled;
    }
  }

  /** All is done. */
  void end() {
    ended = System.nanoTime();
  }

  /** Seconds since it began. */
  java.time.Duration time() {
    return java.time.Duration.ofNanos(ended - start);
  }

  /** A line of what came out of it. */
  String line(String what) {
    var compiling = (compiled - start) / MILLI;
    var synthesizing = (ended - compiled) / MILLI;
    return "%s  %s; compiled %s ms%s"
        .formatted(
            CLOCK.format(at),
            what,
            compiling,
            ended == compiled ? "" : ", synthesized %s ms".formatted(synthesizing));
  }
}

package io.github.homelab4j.plan;

import java.time.Duration;

/**
 * When the ends of a BGP session notice that the other is gone.
 *
 * @param hold after how long without a word
 * @param keepAlive how often they send one
 * @param connectRetry how long they wait before they try again
 */
public record BgpTimers(Duration hold, Duration keepAlive, Duration connectRetry) {
  /** A machine that is lost is noticed within 9 seconds. */
  public static final BgpTimers FAST =
      new BgpTimers(Duration.ofSeconds(9), Duration.ofSeconds(3), Duration.ofSeconds(12));
}

package io.github.homelab4j.observability;

import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/** What an owner decides of every Alertmanager: who is told, and how often. */
public interface AlertSettings {
  /**
   * Where alerts are sent, each of them to all of these: {@code new AlertReceiver.Slack(…)}. By
   * default nowhere.
   */
  List<AlertReceiver> receivers();

  /** How long the first alert of a group waits for others to be sent with; 30 s by default. */
  @Value.Default
  default Duration groupWait() {
    return Duration.ofSeconds(30);
  }

  /** How long after a group was sent new alerts of it are sent; 5 minutes by default. */
  @Value.Default
  default Duration groupInterval() {
    return Duration.ofMinutes(5);
  }

  /** How long after it was sent an alert that still holds is sent again; 12 hours by default. */
  @Value.Default
  default Duration repeat() {
    return Duration.ofHours(12);
  }

  /** How long silences and what was sent are remembered; 5 days by default. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(5);
  }
}

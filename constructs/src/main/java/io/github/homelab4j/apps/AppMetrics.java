package io.github.homelab4j.apps;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where Prometheus, or what takes its place, reads the metrics of an {@link Application}.
 *
 * @param path the path
 * @param interval how often
 * @param port the name of the port; the first when there is none
 * @param readers who reads them; when there are none, pods that are called {@code prometheus} or
 *     {@code vmagent} by the usual label, in any namespace
 */
public record AppMetrics(
    String path, Duration interval, Optional<String> port, List<AppCaller> readers) {
  /** Keeps its own copy. */
  public AppMetrics {
    readers = List.copyOf(readers);
  }

  /** At a path of the first port, every 30 seconds. */
  public static AppMetrics at(String path) {
    return new AppMetrics(path, Duration.ofSeconds(30), Optional.empty(), List.of());
  }

  /** So often. */
  public AppMetrics every(Duration time) {
    return new AppMetrics(path, time, port, readers);
  }

  /** At a port by its name. */
  public AppMetrics on(String name) {
    return new AppMetrics(path, interval, Optional.of(name), readers);
  }

  /** Read by these, where the usual label is not theirs. */
  public AppMetrics by(AppCaller... others) {
    return new AppMetrics(path, interval, port, List.of(others));
  }
}

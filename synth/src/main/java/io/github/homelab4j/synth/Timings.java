package io.github.homelab4j.synth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each stage took, and how often jsii was crossed. */
public final class Timings {
  private final Map<String, Duration> stages = new LinkedHashMap<>();
  private int jsiiCalls;

  /** Runs a stage and keeps its time. */
  public <T> T time(String stage, java.util.function.Supplier<T> work) {
    var start = System.nanoTime();
    try {
      return work.get();
    } finally {
      stages.merge(stage, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    }
  }

  /** Runs a stage and keeps its time. */
  public void time(String stage, Runnable work) {
    time(
        stage,
        () -> {
          work.run();
          return null;
        });
  }

  void jsiiCalls(int calls) {
    jsiiCalls += calls;
  }

  /** Calls into jsii: one a component and a few a cluster, none an object. */
  public int jsiiCalls() {
    return jsiiCalls;
  }

  /** The stages in their order. */
  public Map<String, Duration> stages() {
    return java.util.Collections.unmodifiableMap(stages);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    stages.forEach(
        (stage, time) -> text.append("%-10s %6s ms%n".formatted(stage, time.toMillis())));
    return text.append("jsii calls %6s%n".formatted(jsiiCalls)).toString();
  }
}

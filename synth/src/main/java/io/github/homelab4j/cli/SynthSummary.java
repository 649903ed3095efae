package io.github.homelab4j.cli;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.write.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much a run wrote: a line for each cluster, one for all where there are several, the time. */
final class SynthSummary {
  private record Line(String name, long components, long objects, long files, long changed) {
    Line plus(Line other) {
      return new Line(
          name,
          components + other.components,
          objects + other.objects,
          files + other.files,
          changed + other.changed);
    }

    @Override
    public String toString() {
      return "%s: %s components, %s objects, %s files, %s changed"
          .formatted(name, components, objects, files, changed);
    }
  }

  private final List<Line> lines = new ArrayList<>();

  void add(ClusterModel cluster, Synthesis synthesis, Written written) {
    lines.add(
        new Line(
            cluster.id(),
            cluster.units().size(),
            cluster.objects().count(),
            synthesis.files().get(cluster.id()).size(),
            written.clusters().get(cluster.id())));
  }

  /** The lines; the last ends in how long it took. */
  String text(Duration time) {
    var all = new ArrayList<>(lines);
    if (lines.size() > 1) {
      all.add(
          lines.stream()
              .reduce(
                  new Line(lines.size() + " clusters", 0, 0, 0, 0), (one, next) -> one.plus(next)));
    }
    return String.join("\n", all.stream().map(Line::toString).toList())
        + String.format(Locale.ROOT, "; %.1f s", time.toMillis() / 1000.0);
  }
}

package io.github.homelab4j.diff;

import io.github.homelab4j.change.Breaches;
import io.github.homelab4j.change.Committed;
import io.github.homelab4j.change.Release;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a change cannot be made in place. */
final class Hindrances {
  private final Map<String, Committed> old;
  private final Map<String, Committed> now;

  /** For two trees, whose objects stand by their key. */
  Hindrances(Map<String, Committed> old, Map<String, Committed> now) {
    this.old = old;
    this.now = now;
  }

  /** What the API server, an operator or Flux would do instead; none when all can be changed. */
  List<Mark> of(Committed before, Committed after) {
    var marks = new ArrayList<Mark>();
    var chart = "";
    if (after.object().kind().equals("HelmRelease")) {
      var was = Release.of(before.object(), key -> object(old, key));
      var is = Release.of(after.object(), key -> object(now, key));
      chart = is.chart();
      // A source that is not in the tree leaves the chart unnamed.
      var isKnown = !was.chart().isEmpty() && !is.chart().isEmpty();
      var replaced =
          was.replacedBy(is).stream()
              .filter(change -> isKnown || !change.startsWith("chart "))
              .toList();
      if (!replaced.isEmpty()) {
        marks.add(
            new Mark(
                Danger.DATA_LOSS,
                "%s: Flux uninstalls the release and installs another"
                    .formatted(String.join(", ", replaced))));
      }
    }
    Breaches.of(before, after.object(), after.kustomization(), chart).stream()
        .map(sentence -> new Mark(Danger.IMMUTABLE, withoutName(sentence, after.object())))
        .forEach(marks::add);
    return marks;
  }

  // The object stands above it.
  private static String withoutName(String sentence, Emitted object) {
    var name = object.describe() + " ";
    var rest = sentence.startsWith(name) ? sentence.substring(name.length()) : sentence;
    return rest.endsWith(",") ? rest.substring(0, rest.length() - 1) : rest;
  }

  private static Optional<Emitted> object(Map<String, Committed> objects, String key) {
    return Optional.ofNullable(objects.get(key)).map(Committed::object);
  }
}

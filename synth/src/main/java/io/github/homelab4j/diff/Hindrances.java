package io.github.homelab4j.diff;

import io.github.homelab4j.change.Breaches;
import io.github.homelab4j.change.Committed;
import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.change.Release;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a change cannot be made in place. */
final class Hindrances {
  private final CommittedTree old;
  private final CommittedTree now;

  /** For two trees. */
  Hindrances(CommittedTree old, CommittedTree now) {
    this.old = old;
    this.now = now;
  }

  /** What the API server, an operator or Flux would do instead; none when all can be changed. */
  List<Mark> of(Committed before, Committed after) {
    var marks = new ArrayList<Mark>();
    var chart = "";
    if (after.object().kind().equals("HelmRelease")) {
      var was = Release.of(before.object(), key -> object(old, before, key));
      var is = Release.of(after.object(), key -> object(now, after, key));
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

  // What a release installs stands beside it, as a rule: then nothing else is parsed for it.
  private static Optional<Emitted> object(CommittedTree tree, Committed release, String key) {
    var folder = release.file().substring(0, release.file().lastIndexOf('/') + 1);
    var files = tree.files();
    return Stream.concat(
            files.stream().filter(path -> path.startsWith(folder)),
            files.stream().filter(path -> !path.startsWith(folder)))
        .flatMap(path -> tree.objects(path).stream())
        .filter(object -> object.key().equals(key))
        .findFirst()
        .map(Committed::object);
  }
}

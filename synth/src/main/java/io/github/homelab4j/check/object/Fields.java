package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fields of kinds by their JSON pointers, in which {@code *} stands for each element of a list. */
final class Fields {
  private final SortedMap<String, List<String[]>> byKind = new TreeMap<>();

  private Fields(Map<String, List<String>> pointers) {
    pointers.forEach(
        (kind, places) ->
            byKind.put(
                kind,
                places.stream()
                    .map(place -> place.substring(1).split("/"))
                    .map(
                        segments ->
                            Stream.of(segments)
                                .map(segment -> segment.replace("~1", "/"))
                                .toArray(String[]::new))
                    .toList()));
  }

  static Fields of(Map<String, List<String>> pointersByKind) {
    return new Fields(pointersByKind);
  }

  /** Visits each field that is there. */
  void each(ClusterView cluster, Found found) {
    byKind.forEach(
        (kind, places) -> {
          for (var subject : cluster.objects(kind)) {
            for (var place : places) {
              walk(subject, "", subject.emitted().tree(), place, 0, found);
            }
          }
        });
  }

  /** As {@code /spec/schedule of CronJob shop/tidy}. */
  static String describe(Subject subject, String pointer) {
    return "%s of %s".formatted(pointer, subject.emitted().describe());
  }

  private static void walk(
      Subject subject, String pointer, JsonNode node, String[] place, int depth, Found found) {
    if (node.isMissingNode() || node.isNull()) {
      return;
    }
    if (depth == place.length) {
      found.accept(subject, pointer, node);
    } else if (place[depth].equals("*")) {
      for (int i = 0; i < node.size(); i++) {
        walk(subject, pointer + "/" + i, node.get(i), place, depth + 1, found);
      }
    } else {
      var field = place[depth];
      var next = pointer + "/" + field.replace("/", "~1");
      walk(subject, next, node.path(field), place, depth + 1, found);
    }
  }

  /** Takes a field. */
  interface Found {
    void accept(Subject subject, String pointer, JsonNode value);
  }
}

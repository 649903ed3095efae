package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** Parts of pods. */
final class Pods {
  private Pods() {}

  /** Init containers and containers. */
  static List<JsonNode> containers(Workload workload) {
    var all = new ArrayList<JsonNode>();
    workload.pod().path("initContainers").forEach(all::add);
    workload.pod().path("containers").forEach(all::add);
    return all;
  }

  /** As {@code container web of Deployment shop/shop}. */
  static String describe(JsonNode container, Workload workload) {
    return "container " + name(container) + " of " + workload.describe();
  }

  static String name(JsonNode named) {
    return named.path("name").asText();
  }

  /** What is there more than once, sorted; empty texts do not count. */
  static List<String> twice(List<String> texts) {
    var seen = new HashSet<String>();
    var twice = new TreeSet<String>();
    for (var text : texts) {
      if (!text.isEmpty() && !seen.add(text)) {
        twice.add(text);
      }
    }
    return List.copyOf(twice);
  }

  /** A field of each element. */
  static List<String> texts(JsonNode list, String field) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.path(field).asText()));
    return texts;
  }
}

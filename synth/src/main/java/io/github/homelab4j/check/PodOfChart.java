package io.github.homelab4j.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartSetting;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.List;

/** The spec of pods that a chart runs, and which fields of it are known. */
final class PodOfChart {
  private static final String SECURITY = "securityContext";

  private final ObjectNode spec = JsonNodeFactory.instance.objectNode();
  // What pods take of their machine is always said in full.
  private final List<String> known =
      new ArrayList<>(List.of("/hostNetwork", "/hostPID", "/hostIPC", "/volumes"));
  private final JsonNode values;

  PodOfChart(ChartWorkload workload, JsonNode values) {
    this.values = values;
    workload.settings().forEach(setting -> set("", setting));
    for (var container : workload.containers()) {
      add(container);
    }
  }

  ObjectNode spec() {
    return spec;
  }

  /** Whether all of a field, named by JSON pointer, is known. */
  boolean knows(String field) {
    return known.stream().anyMatch(each -> isWithin(field, each));
  }

  private static boolean isWithin(String field, String known) {
    return field.startsWith(known)
        && (field.length() == known.length() || field.charAt(known.length()) == '/');
  }

  private void add(ChartContainer container) {
    var list = container.first() ? "initContainers" : "containers";
    var all = spec.withArray(list);
    var at = "/%s/%s".formatted(list, all.size());
    all.addObject().put("name", container.name());
    known.add(at + "/ports");
    container.settings().forEach(setting -> set(at, setting));
  }

  private void set(String at, ChartSetting setting) {
    var value = setting.in(values).deepCopy();
    if (value.isMissingNode()) {
      return;
    }
    var pointer = JsonPointer.compile(at + setting.field());
    var last = pointer.last();
    if (last.mayMatchElement()) {
      known.add(pointer.head().toString());
      spec.withArray(pointer.head()).add(value);
    } else {
      known.add(pointer.toString());
      put(pointer, value);
    }
  }

  private void put(JsonPointer pointer, JsonNode value) {
    var name = pointer.last().getMatchingProperty();
    if (name.equals(SECURITY) && value instanceof ObjectNode context) {
      // Charts use it to switch the whole context off.
      if (context.path("enabled").isBoolean() && !context.remove("enabled").booleanValue()) {
        return;
      }
    }
    if (!value.isNull()) {
      spec.withObject(pointer.head()).set(name, value);
    }
  }
}

package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.core.ChartFact;
import java.util.Map;

/** A {@link ChartFact} in the inventory: what is not known of it is not written. */
final class FactEntry {
  private FactEntry() {}

  static JsonNode of(ChartFact fact) {
    var entry = JsonNodeFactory.instance.objectNode();
    entry.put("kind", fact.kind()).put("name", fact.name()).put("namespace", fact.namespace());
    if (!fact.ports().isEmpty()) {
      var ports = entry.putArray("ports");
      for (var port : fact.ports()) {
        ports
            .addObject()
            .put("name", port.name())
            .put("port", port.number().number())
            .put("targetPort", port.target().number());
      }
    }
    if (!fact.keys().isEmpty()) {
      fact.keys().forEach(entry.putArray("keys")::add);
    }
    labels(entry, "labels", fact.labels());
    labels(entry, "selector", fact.selector());
    for (var budget : fact.budget().stream().toList()) {
      budget.minAvailable().ifPresent(pods -> entry.put("minAvailable", pods));
      budget.maxUnavailable().ifPresent(pods -> entry.put("maxUnavailable", pods));
    }
    if (!fact.detail().isEmpty()) {
      entry.put("detail", fact.detail());
    }
    return entry.put("source", fact.source());
  }

  private static void labels(ObjectNode entry, String name, Map<String, String> labels) {
    if (!labels.isEmpty()) {
      var node = entry.putObject(name);
      labels.forEach(node::put);
    }
  }
}

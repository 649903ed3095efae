package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels that something must have.
 *
 * @param equal labels and their values
 * @param expressions further conditions, as Kubernetes writes them
 */
public record Selector(Map<String, String> equal, List<JsonNode> expressions) {
  /** What {@code matchLabels} and {@code matchExpressions} say. */
  public static Selector of(JsonNode selector) {
    var expressions = new ArrayList<JsonNode>();
    selector.path("matchExpressions").forEach(expressions::add);
    return new Selector(labels(selector.path("matchLabels")), expressions);
  }

  /** A plain map of labels, as a Service has. */
  static Selector ofMap(JsonNode labels) {
    return new Selector(labels(labels), List.of());
  }

  /** The labels of a node; those of Cilium without the mark of where they come from. */
  static Map<String, String> labels(JsonNode node) {
    var labels = new TreeMap<String, String>();
    node.fields()
        .forEachRemaining(field -> labels.put(plain(field.getKey()), field.getValue().asText()));
    return Collections.unmodifiableMap(labels);
  }

  private static String plain(String label) {
    return label.startsWith("k8s:") || label.startsWith("any:") ? label.substring(4) : label;
  }

  /** Whether it takes everything. */
  boolean isEmpty() {
    return equal.isEmpty() && expressions.isEmpty();
  }

  /** The same without labels that mean something else. */
  public Selector without(List<String> names) {
    var others = new TreeMap<>(equal);
    others.keySet().removeAll(names);
    return new Selector(others, expressions);
  }

  /** Whether something with these labels is selected. */
  public boolean matches(Map<String, String> labels) {
    for (var wanted : equal.entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return expressions.isEmpty()
        || expressions.stream().allMatch(expression -> holds(expression, labels));
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    var value = labels.get(plain(expression.path("key").asText()));
    var values = new ArrayList<String>();
    expression.path("values").forEach(each -> values.add(each.asText()));
    return switch (expression.path("operator").asText()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      default -> value == null;
    };
  }

  /** As {@code app=shop,tier in (web,api)}. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    equal.forEach((name, value) -> parts.add(name + "=" + value));
    for (var expression : expressions) {
      var values = new ArrayList<String>();
      expression.path("values").forEach(value -> values.add(value.asText()));
      parts.add(
          "%s %s%s"
              .formatted(
                  expression.path("key").asText(),
                  expression.path("operator").asText(),
                  values.isEmpty() ? "" : " (%s)".formatted(String.join(",", values))));
    }
    return String.join(",", parts);
  }
}

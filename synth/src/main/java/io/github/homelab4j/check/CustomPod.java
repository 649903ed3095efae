package io.github.homelab4j.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What an operator makes of a custom resource: a pod whose fields stand elsewhere. Only what is
 * said here is known of it.
 */
final class CustomPod {
  private final String kind;
  private String suffix = "";
  private final List<String> containers = new ArrayList<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> labels = new TreeMap<>();
  private final Map<String, Confined> confined = new LinkedHashMap<>();
  private String replicas = "";
  private String budget = "";
  private String needed = "";
  private boolean isolated;

  private CustomPod(String kind) {
    this.kind = kind;
  }

  /** Pods of a kind, as {@code Dragonfly.dragonflydb.io}, under the name of its object. */
  static CustomPod of(String kind) {
    return new CustomPod(kind);
  }

  /** The kind and its group. */
  String kind() {
    return kind;
  }

  /** With something behind the name of the object. */
  CustomPod suffix(String text) {
    suffix = text;
    return this;
  }

  /** Whose number stands in a field. */
  CustomPod replicas(String field) {
    replicas = field;
    return this;
  }

  /** Whose disruption budget is made when a field says so. */
  CustomPod budget(String field) {
    budget = field;
    return this;
  }

  /** Who may talk to them is said by a network policy of the operator. */
  CustomPod isolated() {
    isolated = true;
    return this;
  }

  boolean isIsolated() {
    return isolated;
  }

  /** Only where an object has a field. */
  CustomPod onlyWith(String field) {
    needed = field;
    return this;
  }

  /** Whether an object has such pods. */
  boolean isOf(Emitted object) {
    return needed.isEmpty() || !object.at(needed).isMissingNode();
  }

  /** With a label; {@code {name}} and {@code {label:…}} stand for the object's. */
  CustomPod label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  /** With a container, whose resources stand in a field. */
  CustomPod container(String name, String resources) {
    var at = "/containers/" + containers.size();
    containers.add(name);
    return field(at + "/resources", resources);
  }

  /** A field of the pod, which stands in a field of the object. */
  CustomPod field(String pod, String object) {
    fields.put(pod, object);
    return this;
  }

  /** A field of the pod that the operator sets when a field of the object is true. */
  CustomPod sets(String pod, String when, JsonNode value) {
    confined.put(pod, new Confined(when, value));
    return this;
  }

  /** Whether an object asks for a disruption budget. */
  boolean hasBudget(Emitted object) {
    var node = budget.isEmpty() ? null : object.at(budget);
    return node != null && (node.isObject() || node.asBoolean());
  }

  /** The pods of an object. */
  Workload of(Subject subject) {
    var object = subject.emitted();
    var pod = JsonNodeFactory.instance.objectNode();
    var list = pod.putArray("containers");
    containers.forEach(name -> list.addObject().put("name", name));
    var known = new ArrayList<String>();
    fields.forEach((to, from) -> copy(pod, to, object.at(from), known));
    confined.forEach(
        (to, fact) -> {
          if (fact.when().isEmpty() || object.at(fact.when()).asBoolean()) {
            copy(pod, to, fact.value(), known);
          }
        });
    return new Workload(
        subject,
        Workload.Source.CUSTOM_RESOURCE,
        object.kind(),
        object.name() + suffix,
        object.namespace(),
        replicas.isEmpty() ? OptionalInt.empty() : OptionalInt.of(object.at(replicas).asInt(1)),
        labels(object),
        pod,
        field -> known.stream().anyMatch(each -> isWithin(field, each)));
  }

  private static boolean isWithin(String field, String known) {
    return field.startsWith(known)
        && (field.length() == known.length() || field.charAt(known.length()) == '/');
  }

  private static void copy(ObjectNode pod, String to, JsonNode value, List<String> known) {
    known.add(to);
    if (value.isMissingNode()) {
      return;
    }
    var pointer = JsonPointer.compile(to);
    var parent =
        pointer.head().matches() || to.startsWith("/containers/")
            ? pod.at(pointer.head())
            : pod.withObject(pointer.head());
    if (parent instanceof ObjectNode object) {
      object.set(pointer.last().getMatchingProperty(), image(value));
    }
  }

  // Some operators take an image in parts.
  private static JsonNode image(JsonNode value) {
    return value.has("repository") && value.has("tag")
        ? JsonNodeFactory.instance.textNode(
            value.path("repository").asText() + ":" + value.path("tag").asText())
        : value;
  }

  private Map<String, String> labels(Emitted object) {
    var filled = new TreeMap<String, String>();
    labels.forEach(
        (key, value) -> {
          var text = value.replace("{name}", object.name());
          var label = text.startsWith("{label:") ? text.substring(7, text.length() - 1) : "";
          filled.put(
              key, label.isEmpty() ? text : object.at("/metadata/labels").path(label).asText());
        });
    return filled;
  }

  /** What an operator sets, and the field that makes it do so; empty for always. */
  private record Confined(String when, JsonNode value) {}
}

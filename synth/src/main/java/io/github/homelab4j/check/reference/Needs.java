package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Subject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes what one object names. */
final class Needs {
  private final Subject by;
  private final Map<String, Need> all = new LinkedHashMap<>();

  Needs(Subject by) {
    this.by = by;
  }

  /** Something named as a whole. */
  void add(String at, String kind, String namespace, String name) {
    add(at, kind, namespace, name, "");
  }

  /** A part of something. What a template fills in later cannot be looked at. */
  void add(String at, String kind, String namespace, String name, String part) {
    if (!name.isEmpty() && !isTemplate(name)) {
      var need = new Need(by, at, kind, namespace, name, isTemplate(part) ? "" : part);
      // Named in several places, it is one reference.
      all.putIfAbsent(need.describe() + "#" + need.part(), need);
    }
  }

  /** A reference of fields: {@code name}, perhaps {@code key} and {@code namespace}. */
  void addKey(String at, String kind, String namespace, JsonNode ref) {
    if (!ref.path("optional").asBoolean()) {
      add(
          at,
          kind,
          ref.path("namespace").asText(namespace),
          ref.path("name").asText(),
          ref.path("key").asText());
    }
  }

  Collection<Need> all() {
    return all.values();
  }

  private static boolean isTemplate(String text) {
    return text.contains("{{") || text.contains("${");
  }
}

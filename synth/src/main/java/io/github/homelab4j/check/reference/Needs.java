package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Subject;
import java.util.ArrayList;
import java.util.List;

/** Takes what one object names. */
final class Needs {
  private final Subject by;
  private final List<Need> all = new ArrayList<>();

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
      all.add(new Need(by, at, kind, namespace, name, isTemplate(part) ? "" : part));
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

  List<Need> all() {
    return all;
  }

  private static boolean isTemplate(String text) {
    return text.contains("{{") || text.contains("${");
  }
}

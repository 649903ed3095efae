package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of a kind that names something: a text, or an object whose field is the name.
 *
 * @param path where it is, as {@code spec/roles/*}{@code /passwordSecret}: a star stands for all
 *     items of a list or entries of a map
 * @param kind the kind of what is named
 * @param name the field that is the name; empty when the text itself is
 * @param key the field that is the key; empty when there is none
 * @param keys keys that it must have whatever is said
 */
record Row(List<String> path, String kind, String name, String key, List<String> keys) {
  /**
   * An object with the name in {@code name} and, for a Secret or ConfigMap, a key in {@code key}.
   */
  static Row ref(String path, String kind) {
    return new Row(steps(path), kind, "name", "key", List.of());
  }

  /** A text that is the name. */
  static Row text(String path, String kind) {
    return new Row(steps(path), kind, "", "", List.of());
  }

  // A tilde stands for the slash within a name.
  private static List<String> steps(String path) {
    return Stream.of(path.split("/")).map(step -> step.replace('~', '/')).toList();
  }

  /** The same with the name in another field. */
  Row named(String field) {
    return new Row(path, kind, field, key, keys);
  }

  /** The same with the key in another field. */
  Row keyed(String field) {
    return new Row(path, kind, name, field, keys);
  }

  /** The same, whose reader takes these keys. */
  Row having(String... all) {
    return new Row(path, kind, name, "", List.of(all));
  }

  /** Takes what an object names in it. */
  void find(JsonNode tree, String namespace, Needs out) {
    descend(tree, 0, new ArrayList<>(), namespace, out);
  }

  private void descend(JsonNode node, int depth, List<String> at, String namespace, Needs out) {
    if (depth == path.size()) {
      take(node, String.join(".", at), namespace, out);
    } else if (path.get(depth).equals("*")) {
      var names = node.fieldNames();
      for (int i = 0; i < node.size(); i++) {
        var step = node.isArray() ? String.valueOf(i) : names.next();
        at.add(step);
        descend(node.isArray() ? node.get(i) : node.get(step), depth + 1, at, namespace, out);
        at.remove(at.size() - 1);
      }
    } else if (node.has(path.get(depth))) {
      at.add(path.get(depth));
      descend(node.get(path.get(depth)), depth + 1, at, namespace, out);
      at.remove(at.size() - 1);
    }
  }

  private void take(JsonNode node, String at, String namespace, Needs out) {
    var named = name.isEmpty() ? node.asText() : node.path(name).asText();
    var where = node.path("namespace").asText(namespace);
    if (keys.isEmpty()) {
      out.add(at, kind, where, named, key.isEmpty() ? "" : node.path(key).asText());
    }
    keys.forEach(each -> out.add(at, kind, where, named, each));
  }
}

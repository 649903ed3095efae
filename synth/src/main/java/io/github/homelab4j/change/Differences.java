package io.github.homelab4j.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields in which two trees differ. Order counts only where Kubernetes heeds it: items that
 * have names are compared by name, and lists of sets as sets.
 */
final class Differences {
  // What identifies an item of a list, the first that all items have.
  private static final List<String> KEYS =
      List.of("name", "secretKey", "containerPort", "port", "key", "mountPath", "hostname");
  // Lists in which order means nothing.
  private static final Set<String> SETS =
      Set.of(
          "accessModes",
          "apiGroups",
          "dependsOn",
          "drop",
          "add",
          "finalizers",
          "hostnames",
          "resourceNames",
          "resources",
          "verbs",
          "policyTypes");

  private Differences() {}

  /** All fields that differ, in the order of the trees. */
  static List<Difference> between(JsonNode before, JsonNode after) {
    var found = new ArrayList<Difference>();
    compare(List.of(), before, after, found);
    return found;
  }

  private static void compare(
      List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.equals(after) || isSame(before, after)) {
      return;
    }
    if (isTree(before, after, JsonNode::isObject)) {
      fields(path, fields(before), fields(after), found);
    } else if (isTree(before, after, JsonNode::isArray)) {
      lists(path, before, after, found);
    } else {
      found.add(new Difference(path, before, after));
    }
  }

  // What is new or gone as a whole is told by its fields, if it has any.
  private static boolean isTree(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
    if (before.isMissingNode() || after.isMissingNode()) {
      return kind.test(before) && !before.isEmpty() || kind.test(after) && !after.isEmpty();
    }
    return kind.test(before) && kind.test(after);
  }

  private static void fields(
      List<String> path,
      Map<String, JsonNode> before,
      Map<String, JsonNode> after,
      List<Difference> found) {
    var names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      compare(
          with(path, name),
          before.getOrDefault(name, MissingNode.getInstance()),
          after.getOrDefault(name, MissingNode.getInstance()),
          found);
    }
  }

  private static void lists(
      List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
    var key = KEYS.stream().filter(each -> isKey(each, before) && isKey(each, after)).findFirst();
    if (key.isPresent()) {
      fields(path, byKey(key.get(), before), byKey(key.get(), after), found);
    } else if (isSet(path) && (before.size() != 1 || after.size() != 1)) {
      fields(path, asSet(before), asSet(after), found);
    } else {
      fields(path, byIndex(before), byIndex(after), found);
    }
  }

  // 80 and "80" are the same to most fields, and a reader of YAML may have made one of the other.
  private static boolean isSame(JsonNode before, JsonNode after) {
    return isScalar(before) && isScalar(after) && before.asText().equals(after.asText());
  }

  private static boolean isScalar(JsonNode node) {
    return node.isValueNode() && !node.isNull();
  }

  private static List<String> with(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  private static boolean isSet(List<String> path) {
    return !path.isEmpty() && SETS.contains(path.get(path.size() - 1));
  }

  private static boolean isKey(String key, JsonNode list) {
    var seen = new LinkedHashSet<String>();
    for (var item : list) {
      if (!item.isObject() || !item.path(key).isValueNode() || !seen.add(item.get(key).asText())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, JsonNode> fields(JsonNode node) {
    var fields = new LinkedHashMap<String, JsonNode>();
    node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static Map<String, JsonNode> byKey(String key, JsonNode list) {
    var items = new LinkedHashMap<String, JsonNode>();
    list.forEach(item -> items.put(item.get(key).asText(), item));
    return items;
  }

  private static Map<String, JsonNode> asSet(JsonNode list) {
    var items = new LinkedHashMap<String, JsonNode>();
    list.forEach(item -> items.put(item.isValueNode() ? item.asText() : item.toString(), item));
    return items;
  }

  private static Map<String, JsonNode> byIndex(JsonNode list) {
    var items = new LinkedHashMap<String, JsonNode>();
    list.forEach(item -> items.put(String.valueOf(items.size()), item));
    return items;
  }
}

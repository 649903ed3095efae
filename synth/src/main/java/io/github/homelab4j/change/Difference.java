package io.github.homelab4j.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A field that is another.
 *
 * @param path where it stands: names of fields and indices of items
 * @param before what stood there; missing when it is new
 * @param after what stands there; missing when it is gone
 */
public record Difference(List<String> path, JsonNode before, JsonNode after) {
  private static final int LONG = 60;

  /** The smallest fields in which two trees differ, in the order of their names. */
  public static List<Difference> between(JsonNode before, JsonNode after) {
    var found = new ArrayList<Difference>();
    compare(List.of(), before, after, found);
    return found;
  }

  private static void compare(
      List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.equals(after)) {
      return;
    }
    if (isTree(before, after, JsonNode::isObject)) {
      var names = new TreeSet<String>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(with(path, name), before.path(name), after.path(name), found));
    } else if (isTree(before, after, JsonNode::isArray)) {
      for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(with(path, String.valueOf(i)), before.path(i), after.path(i), found);
      }
    } else if (!before.asText().equals(after.asText()) || !isScalar(before) || !isScalar(after)) {
      found.add(new Difference(path, before, after));
    }
  }

  // What is new or gone as a whole is told by its fields.
  private static boolean isTree(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
    return kind.test(before)
        ? kind.test(after) || after.isMissingNode()
        : kind.test(after) && before.isMissingNode();
  }

  // 80 and "80" are the same to most fields, and a reader of YAML may have made one of the other.
  private static boolean isScalar(JsonNode node) {
    return node.isValueNode() && !node.isNull();
  }

  private static List<String> with(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  /** Whether it stands at or below a path, in which {@code *} is any one name. */
  public boolean isWithin(List<String> pattern) {
    if (path.size() < pattern.size()) {
      return false;
    }
    for (var i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).equals("*") && !pattern.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** As {@code spec.storage.size}. */
  public String field() {
    return String.join(".", path);
  }

  /** As {@code spec.storage.size from 20Gi to 10Gi}. */
  public String describe() {
    return "%s from %s to %s".formatted(field(), text(before), text(after));
  }

  private static String text(JsonNode node) {
    if (node instanceof MissingNode || node.isNull()) {
      return "nothing";
    }
    var text = node.isValueNode() ? node.asText() : node.toString();
    return text.length() <= LONG ? text : text.substring(0, LONG) + "…";
  }
}

package io.github.homelab4j.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * A field that is another.
 *
 * @param path where it stands: names of fields and indices of items
 * @param before what stood there; missing when it is new
 * @param after what stands there; missing when it is gone
 */
public record Difference(List<String> path, JsonNode before, JsonNode after) {
  private static final int LONG = 60;

  /** The smallest fields in which two trees differ, in the order of the trees. */
  public static List<Difference> between(JsonNode before, JsonNode after) {
    return Differences.between(before, after);
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

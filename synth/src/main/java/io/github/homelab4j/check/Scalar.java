package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * A text, number or switch somewhere in an object.
 *
 * @param subject the object
 * @param pointer where it stands, as a JSON pointer
 * @param key the field that holds it; of an element of a list, the list's
 * @param value the scalar
 * @param holder the object or list that it stands in
 */
public record Scalar(Subject subject, String pointer, String key, JsonNode value, JsonNode holder) {
  /** Calls back for each scalar of an object. */
  public static void each(Subject subject, Consumer<Scalar> found) {
    var tree = subject.emitted().tree();
    walk(subject, "", "", tree, tree, found);
  }

  private static void walk(
      Subject subject,
      String pointer,
      String key,
      JsonNode node,
      JsonNode holder,
      Consumer<Scalar> found) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field ->
                  walk(
                      subject,
                      pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                      field.getKey(),
                      field.getValue(),
                      node,
                      found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(subject, pointer + "/" + i, key, node.get(i), node, found);
      }
    } else if (!node.isNull()) {
      found.accept(new Scalar(subject, pointer, key, node, holder));
    }
  }

  /** As {@code /spec/replicas of Deployment shop/shop}. */
  public String describe() {
    return "%s of %s".formatted(pointer, subject.emitted().describe());
  }
}

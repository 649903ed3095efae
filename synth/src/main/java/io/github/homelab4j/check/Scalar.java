package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** A text, number or switch somewhere in an object. */
public final class Scalar {
  private final Subject subject;
  private final Way way;
  private final String key;
  private final JsonNode value;
  private final JsonNode holder;

  private Scalar(Subject subject, Way way, String key, JsonNode value, JsonNode holder) {
    this.subject = subject;
    this.way = way;
    this.key = key;
    this.value = value;
    this.holder = holder;
  }

  /** Calls back for each scalar of an object. */
  public static void each(Subject subject, Consumer<Scalar> found) {
    walk(subject, null, "", subject.emitted().tree(), found);
  }

  private static void walk(
      Subject subject, Way way, String key, JsonNode holder, Consumer<Scalar> found) {
    if (holder.isObject()) {
      for (var field : holder.properties()) {
        var name = field.getKey();
        visit(subject, new Way(way, name, 0), name, field.getValue(), holder, found);
      }
    } else {
      for (int i = 0; i < holder.size(); i++) {
        visit(subject, new Way(way, null, i), key, holder.get(i), holder, found);
      }
    }
  }

  private static void visit(
      Subject subject,
      Way way,
      String key,
      JsonNode node,
      JsonNode holder,
      Consumer<Scalar> found) {
    if (node.isContainerNode()) {
      walk(subject, way, key, node, found);
    } else if (!node.isNull()) {
      found.accept(new Scalar(subject, way, key, node, holder));
    }
  }

  /** The object. */
  public Subject subject() {
    return subject;
  }

  /** Where it stands, as a JSON pointer. */
  public String pointer() {
    return way.pointer();
  }

  /** Whether the object or list that holds it is a field of this name. */
  public boolean isIn(String field) {
    return way.parent() != null && field.equals(way.parent().name());
  }

  /** The field that holds it; of an element of a list, the list's. */
  public String key() {
    return key;
  }

  /** Its place in the list that holds it. */
  public int index() {
    return way.index();
  }

  /** The scalar. */
  public JsonNode value() {
    return value;
  }

  /** The object or list that it stands in. */
  public JsonNode holder() {
    return holder;
  }

  /** As {@code /spec/replicas of Deployment shop/shop}. */
  public String describe() {
    return pointer() + " of " + subject.emitted().describe();
  }
}

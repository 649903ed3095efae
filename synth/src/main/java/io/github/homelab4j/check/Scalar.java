package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** A text, number or switch somewhere in an object. */
public final class Scalar {
  private final Subject subject;
  private final Way holderWay;
  private final String name;
  private final int index;
  private final String key;
  private final JsonNode value;
  private final JsonNode holder;

  private Scalar(
      Subject subject,
      Way holderWay,
      String name,
      int index,
      String key,
      JsonNode value,
      JsonNode holder) {
    this.subject = subject;
    this.holderWay = holderWay;
    this.name = name;
    this.index = index;
    this.key = key;
    this.value = value;
    this.holder = holder;
  }

  /** Calls back for each scalar of an object. */
  public static void each(Subject subject, Consumer<Scalar> found) {
    each(subject, (in, key) -> true, found);
  }

  /** Calls back for each scalar of an object that is in a place that is looked for. */
  static void each(Subject subject, Places places, Consumer<Scalar> found) {
    walk(subject, Way.ROOT, "", subject.emitted().tree(), places, found);
  }

  private static void walk(
      Subject subject,
      Way way,
      String key,
      JsonNode holder,
      Places places,
      Consumer<Scalar> found) {
    if (holder.isObject()) {
      for (var field : holder.properties()) {
        var name = field.getKey();
        var node = field.getValue();
        if (node.isContainerNode()) {
          walk(subject, way.to(name), name, node, places, found);
        } else if (places.have(way.name(), name) && !node.isNull()) {
          found.accept(new Scalar(subject, way, name, 0, name, node, holder));
        }
      }
    } else {
      for (int i = 0; i < holder.size(); i++) {
        var node = holder.get(i);
        if (node.isContainerNode()) {
          walk(subject, way.to(i), key, node, places, found);
        } else if (places.have(way.name(), key) && !node.isNull()) {
          found.accept(new Scalar(subject, way, null, i, key, node, holder));
        }
      }
    }
  }

  /** The object. */
  public Subject subject() {
    return subject;
  }

  /** Where it stands, as a JSON pointer. */
  public String pointer() {
    return new Way(holderWay, name, index).pointer();
  }

  /** The field that holds it; of an element of a list, the list's. */
  public String key() {
    return key;
  }

  /** Its place in the list that holds it. */
  public int index() {
    return index;
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

  /** Where scalars are looked for. */
  public interface Places {
    /**
     * Whether they are there.
     *
     * @param in the field that is the object or list around it; {@code null} for an element of a
     *     list
     * @param key the field that holds it; of an element of a list, the list's
     */
    boolean have(String in, String key);
  }
}

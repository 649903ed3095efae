package io.github.homelab4j.check;

/**
 * The way to a part of an object. There are many more of them than are ever spelled out.
 *
 * @param parent the way to what holds it; none at the root
 * @param name the field that it is; none for an element of a list
 * @param index which element it is
 */
public record Way(Way parent, String name, int index) {
  /** The object itself. */
  public static final Way ROOT = new Way(null, null, 0);

  /** The way to a field of it. */
  public Way to(String field) {
    return new Way(this, field, 0);
  }

  /** The way to an element of it. */
  public Way to(int element) {
    return new Way(this, null, element);
  }

  /** As {@code spec.containers[0].image}. */
  public String dotted() {
    var text = new StringBuilder();
    dot(text);
    return text.toString();
  }

  private void dot(StringBuilder text) {
    if (parent == null) {
      return;
    }
    parent.dot(text);
    if (name == null) {
      text.append('[').append(index).append(']');
    } else {
      text.append(text.length() == 0 ? "" : ".").append(name);
    }
  }

  /** As a JSON pointer. */
  public String pointer() {
    var text = new StringBuilder();
    spell(text);
    return text.toString();
  }

  private void spell(StringBuilder text) {
    if (parent == null) {
      return;
    }
    parent.spell(text);
    text.append('/');
    if (name == null) {
      text.append(index);
    } else {
      text.append(name.replace("~", "~0").replace("/", "~1"));
    }
  }
}

package io.github.homelab4j.check;

/**
 * The way to a part of an object. There are many more of them than are ever spelled out.
 *
 * @param parent the way to what holds it; none at the root
 * @param name the field that it is; none for an element of a list
 * @param index which element it is
 */
record Way(Way parent, String name, int index) {
  static final Way ROOT = new Way(null, null, 0);

  /** As a JSON pointer. */
  String pointer() {
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

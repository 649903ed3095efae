package io.github.homelab4j.render;

import java.util.List;

/** JSON pointers and texts as messages show them. */
final class Pointers {
  private static final int SHOWN = 80;

  private Pointers() {}

  /** The pointer of a member of an object. */
  static String child(String parent, String key) {
    return parent + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of these keys and indexes. */
  static String of(List<Object> path) {
    var pointer = "";
    for (var place : path) {
      pointer = child(pointer, place.toString());
    }
    return pointer;
  }

  /** A text on one line, shortened, in quotes; what does not print is escaped. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().limit(SHOWN).forEach(point -> append(quoted, point));
    return quoted.append(text.length() > SHOWN ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
      default -> {
        if (Scalars.isPrintable(point)) {
          quoted.appendCodePoint(point);
        } else {
          quoted.append("\\u%04x".formatted(point));
        }
      }
    }
  }
}

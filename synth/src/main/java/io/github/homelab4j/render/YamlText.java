package io.github.homelab4j.render;

/** A text in the form that {@link Scalars} allows it; loops, since each character comes by here. */
final class YamlText {
  private YamlText() {}

  /** With the end of its last line; lines of a block begin at this column. */
  static void write(String text, int column, StringBuilder out) {
    if (Scalars.isPlain(text)) {
      out.append(text).append('\n');
    } else if (Scalars.isLiteral(text)) {
      literal(text, column, out);
    } else {
      quote(text, out);
      out.append('\n');
    }
  }

  private static void literal(String text, int column, StringBuilder out) {
    out.append(text.endsWith("\n") ? "|\n" : "|-\n");
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end > from) {
        indent(column, out);
        out.append(text.substring(from, end)); // As a range, it is appended by character.
      }
      out.append('\n');
      from = end + 1;
    }
  }

  /** In double quotes, with escapes for all that does not print, and for nothing else. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
        continue;
      }
      int point = text.codePointAt(i);
      if (Scalars.isPrintable(point) && !isEscaped(c)) {
        i += Character.charCount(point) - 1;
        continue;
      }
      out.append(text.substring(from, i)).append('\\').append(escape(c));
      from = i + 1;
    }
    out.append(from == 0 ? text : text.substring(from)).append('"');
  }

  private static boolean isEscaped(char c) {
    return c == '"' || c == '\\' || c == '\n' || c == '\t' || c == 0xA0;
  }

  private static String escape(char c) {
    return switch (c) {
      case '"', '\\' -> String.valueOf(c);
      case 0 -> "0";
      case 0x07 -> "a";
      case '\b' -> "b";
      case '\t' -> "t";
      case '\n' -> "n";
      case 0x0B -> "v";
      case '\f' -> "f";
      case '\r' -> "r";
      case 0x1B -> "e";
      case 0x85 -> "N";
      case 0xA0 -> "_";
      case 0x2028 -> "L";
      case 0x2029 -> "P";
      default -> {
        var digits = Integer.toHexString(c);
        yield c <= 0xFF ? "x" + "0".repeat(2 - digits.length()) + digits : "u" + digits;
      }
    };
  }

  static void indent(int column, StringBuilder out) {
    for (int i = 0; i < column; i++) {
      out.append(' ');
    }
  }
}

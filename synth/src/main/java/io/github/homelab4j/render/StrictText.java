package io.github.homelab4j.render;

/**
 * A file, and how far {@link StrictReader} came in it. What it is asked for is taken if it stands
 * there for certain: texts in ASCII, plain as {@link PlainForm} allows it, in double quotes with
 * four escapes, or in literal blocks that neither begin nor end with blanks.
 */
final class StrictText {
  // An array, since each character of each file comes by here; what is taken is judged in it.
  private final char[] file;
  private int at;

  StrictText(String file) {
    this.file = file.toCharArray();
  }

  boolean isAtEnd() {
    return at == file.length;
  }

  /** Comment lines from here on; nothing can be taken where one holds what it must not hold. */
  void comments() {
    while (next() == '#') {
      while (isPrinted(next())) {
        at++;
      }
      take('\n');
    }
  }

  /** A key of one line that is not empty: readers disagree about others. */
  boolean key(String meant) {
    int from = at;
    return next() == '"'
        ? meant.indexOf('\n') < 0 && quoted(meant)
        : take(meant) && PlainForm.isKey(meant, file, from);
  }

  /** A text with the end of its last line; lines of a block begin at this column. */
  boolean text(String meant, int column) {
    int from = at;
    return switch (next()) {
      case '"' -> quoted(meant) && take('\n');
      case '|' -> literal(meant, column);
      default -> take(meant) && PlainForm.isText(meant, file, from) && take('\n');
    };
  }

  private boolean quoted(String meant) {
    take('"');
    for (int i = 0; i < meant.length(); i++) {
      char c = meant.charAt(i);
      boolean same =
          switch (c) {
            case '\n' -> take("\\n");
            case '\t' -> take("\\t");
            case '"', '\\' -> take('\\') && take(c);
            default -> isPrinted(c) && take(c);
          };
      if (!same) {
        return false;
      }
    }
    return take('"');
  }

  // Readers take the indentation of the first line for that of all, and lines of blanks for none.
  private boolean literal(String meant, int column) {
    if (meant.isEmpty()
        || meant.startsWith(" ")
        || meant.startsWith("\n")
        || meant.endsWith("\n\n")
        || !take(meant.endsWith("\n") ? "|\n" : "|-\n")) {
      return false;
    }
    for (int from = 0; from < meant.length(); ) {
      int end = meant.indexOf('\n', from);
      end = end < 0 ? meant.length() : end;
      if (end > from && !(indent(column) && line(meant, from, end)) || !take('\n')) {
        return false;
      }
      from = end + 1;
    }
    return true;
  }

  private boolean line(String meant, int from, int end) {
    if (!take(meant, from, end)) {
      return false;
    }
    for (int i = at - (end - from); i < at; i++) {
      if (!isPrinted(file[i])) {
        return false;
      }
    }
    return file[at - 1] != ' ';
  }

  boolean indent(int columns) {
    for (int i = 0; i < columns; i++) {
      if (!take(' ')) {
        return false;
      }
    }
    return true;
  }

  boolean take(char meant) {
    return next() == meant && ++at > 0;
  }

  boolean take(String meant) {
    return take(meant, 0, meant.length());
  }

  private boolean take(String meant, int from, int end) {
    if (end - from > file.length - at) {
      return false;
    }
    for (int i = from, j = at; i < end; i++, j++) {
      if (file[j] != meant.charAt(i)) {
        return false;
      }
    }
    at += end - from;
    return true;
  }

  // Nothing that is meant contains the character that stands for the end: none is printed.
  private char next() {
    return at < file.length ? file[at] : 0;
  }

  private static boolean isPrinted(char c) {
    return c >= ' ' && c <= '~';
  }
}

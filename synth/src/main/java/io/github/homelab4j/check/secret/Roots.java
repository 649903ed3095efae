package io.github.homelab4j.check.secret;

/** Looks for what names of credentials are made of, in upper or lower case. */
final class Roots {
  // As a part of patterns; each of them is told by its first letters below.
  static final String ALL = "pass|pwd|secret|token|key|cred|auth|cookie";

  private Roots() {}

  /** Whether a part of a text has one. */
  static boolean isIn(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      var is =
          switch (text.charAt(i) | 0x20) {
            case 'p' -> is("pass", text, i, end) || is("pwd", text, i, end);
            case 's' -> is("secret", text, i, end);
            case 't' -> is("token", text, i, end);
            case 'k' -> is("key", text, i, end);
            case 'c' -> is("cred", text, i, end) || is("cookie", text, i, end);
            case 'a' -> is("auth", text, i, end);
            default -> false;
          };
      if (is) {
        return true;
      }
    }
    return false;
  }

  // Of ASCII only, as patterns do it.
  private static boolean is(String root, String text, int at, int end) {
    if (at + root.length() > end) {
      return false;
    }
    for (int i = 0; i < root.length(); i++) {
      if ((text.charAt(at + i) | 0x20) != root.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the name begins that stands before a sign, perhaps in quotes and with blanks between;
   * {@code -1} when it has no root.
   */
  static int nameBefore(String text, int sign) {
    int end = sign;
    while (end > 0 && SecretScanner.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
      end--;
    }
    int start = end;
    while (start > 0 && isOfName(text.charAt(start - 1))) {
      start--;
    }
    return isIn(text, start, end) ? start : -1;
  }

  private static boolean isOfName(char letter) {
    return letter >= 'a' && letter <= 'z'
        || letter >= 'A' && letter <= 'Z'
        || letter >= '0' && letter <= '9'
        || letter == '_'
        || letter == '.'
        || letter == '-';
  }
}

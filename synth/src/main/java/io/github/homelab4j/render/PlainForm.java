package io.github.homelab4j.render;

import java.util.Locale;

/**
 * What every reader of YAML 1.1 and 1.2 takes for a text where it stands plain, and for the same
 * one: for {@link StrictText}, which must not believe what the writer believes.
 */
final class PlainForm {
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_WORD = 5;

  private static final int FIRST = 1;
  private static final int KEY = 2;
  private static final int INNER = 4;
  private static final byte[] FORMS = new byte[128];

  static {
    allow("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/", FIRST | KEY | INNER);
    allow("0123456789-.", KEY | INNER);
    allow(",=+@()", INNER);
  }

  private PlainForm() {}

  private static void allow(String characters, int forms) {
    characters.chars().forEach(c -> FORMS[c] = (byte) forms);
  }

  private static boolean is(char c, int form) {
    return c < FORMS.length && (FORMS[c] & form) != 0;
  }

  /** Whether a text, not an empty one, that stands in a file from an index on may be a key. */
  static boolean isKey(String text, char[] file, int from) {
    if (!is(file[from], FIRST)) {
      return false;
    }
    for (int i = from + text.length() - 1; i > from; i--) {
      if (!is(file[i], KEY)) {
        return false;
      }
    }
    return !isValue(text);
  }

  /** The same for a value that is a text. */
  static boolean isText(String text, char[] file, int from) {
    int length = text.length();
    if (length == 0 || length > LONGEST_TEXT) {
      return false;
    }
    if (!is(file[from], FIRST)) {
      return isAmount(text);
    }
    // Blanks and colons stand alone, between two words.
    var inWord = false;
    for (int i = from + length - 1; i > from; i--) {
      char c = file[i];
      if (!is(c, INNER) && (!inWord || c != ' ' && c != ':')) {
        return false;
      }
      inWord = is(c, INNER);
    }
    return !isValue(text);
  }

  /** 10Gi and 500m: a number of any base, time or date has no such letter behind its digits. */
  private static boolean isAmount(String text) {
    int unit = 0;
    while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
      unit++;
    }
    int letters = text.length() - unit;
    return text.charAt(0) != '0'
        && (letters == 1 || letters == 2)
        && "mhswKMGT".indexOf(text.charAt(unit)) >= 0
        && (letters == 1 || "is".indexOf(text.charAt(unit + 1)) >= 0);
  }

  /** true, no, NULL and e3 are not texts to all readers. */
  private static boolean isValue(String text) {
    char first = text.charAt(0);
    if ((first == 'e' || first == 'E') && text.length() > 1) {
      char second = text.charAt(1);
      return second >= '0' && second <= '9' || second == '-' || second == '+' || second == '.';
    }
    if (text.length() > LONGEST_WORD) {
      return false;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf" -> true;
      default -> false;
    };
  }
}

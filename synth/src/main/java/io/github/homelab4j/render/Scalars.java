package io.github.homelab4j.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which form a text may have in YAML. An allow-list: what is not known to be safe is quoted. */
final class Scalars {
  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf");
  private static final int LONGEST_RESERVED = 5;
  // A number with a unit is a number to nobody; 1e3, 0x1 and 1_000 have no such unit.
  private static final Pattern AMOUNT =
      Pattern.compile("[1-9]\\d{0,9}(?:m|Ki|Mi|Gi|Ti|h|s|ms|d|w)|[1-9]\\d{0,4}h[1-9]\\d?m");

  private Scalars() {}

  // Loops instead of patterns, here and below: each key and each text comes by here.
  static boolean isPlain(String text) {
    int length = text.length();
    if (length == 0 || length > 1_000) {
      return false;
    }
    char first = text.charAt(0);
    if (first >= '1' && first <= '9') {
      return AMOUNT.matcher(text).matches();
    }
    if (!isFirst(first)) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (!isInner(c) && !(i + 1 < length && isBetween(c, text.charAt(i + 1)))) {
        return false;
      }
    }
    return !isReserved(text);
  }

  private static boolean isFirst(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '/';
  }

  private static boolean isInKey(char c) {
    return isFirst(c) || c >= '0' && c <= '9' || c == '-' || c == '.';
  }

  private static boolean isInner(char c) {
    return isInKey(c) || c == ',' || c == '=' || c == '+' || c == '@' || c == '(' || c == ')';
  }

  // One blank, or one colon inside of a word.
  private static boolean isBetween(char c, char next) {
    return c == ':' ? isInner(next) : c == ' ' && isInner(next) && next != ',' && next != '-';
  }

  static boolean isPlainKey(String key) {
    int length = key.length();
    if (length == 0 || length > 120 || !isFirst(key.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (!isInKey(key.charAt(i))) {
        return false;
      }
    }
    return !isReserved(key);
  }

  private static boolean isReserved(String text) {
    return isExponent(text)
        || text.length() <= LONGEST_RESERVED && RESERVED.contains(text.toLowerCase(Locale.ROOT));
  }

  // e3, e-3 and E+3 are numbers to one reader of YAML 1.1.
  private static boolean isExponent(String text) {
    if (text.length() < 2 || text.charAt(0) != 'e' && text.charAt(0) != 'E') {
      return false;
    }
    char second = text.charAt(1);
    char digit = (second == '-' || second == '+') && text.length() > 2 ? text.charAt(2) : second;
    return digit >= '0' && digit <= '9';
  }

  /**
   * A decimal number as every reader takes it for one: with a point, and with a sign in its
   * exponent; YAML 1.1 takes 1E21 and 1.0E21 for texts.
   */
  static String decimal(String digits) {
    if (!Character.isDigit(digits.charAt(digits.length() - 1))) {
      return digits; // Not a number, or without an end.
    }
    int e = digits.indexOf('E');
    var mantissa = e < 0 ? digits : digits.substring(0, e);
    var exponent = e < 0 ? "" : digits.substring(e + 1);
    var sign = exponent.isEmpty() || exponent.startsWith("-") || exponent.startsWith("+");
    return mantissa
        + (mantissa.contains(".") ? "" : ".0")
        + (e < 0 ? "" : sign ? "E" : "E+")
        + exponent;
  }

  /**
   * Whether a text of several lines comes back unchanged from a literal block. Tabs stand in double
   * quotes, where they are seen.
   */
  static boolean isLiteral(String text) {
    if (text.indexOf('\n') < 0
        || text.startsWith(" ")
        || text.startsWith("\n")
        || text.endsWith("\n\n")
        || text.endsWith(" ")) {
      return false;
    }
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        if (before == ' ') {
          return false;
        }
      } else if (c < 0x20 || c > 0x7E) {
        int point = text.codePointAt(i);
        if (c == '\t' || !isPrintable(point)) {
          return false;
        }
        i += Character.charCount(point) - 1;
      }
      before = c;
    }
    return true;
  }

  /** Whether a character may stand in a file as it is: neither a control character nor a break. */
  static boolean isPrintable(int point) {
    return point == '\n'
        || point == '\t'
        || (point >= 0x20 && point < 0x7F)
        || (point > 0x9F && point < 0xD800 && point != 0x2028 && point != 0x2029)
        || (point >= 0xE000 && point < 0xFFFE && point != 0xFEFF)
        || (point >= 0x10000 && point <= 0x10FFFF);
  }
}

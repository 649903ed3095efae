package io.github.homelab4j.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which form a text may have in YAML. An allow-list: what is not known to be safe is quoted. */
final class Scalars {
  private static final Set<String> RESERVED =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf");
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_/](?:[A-Za-z0-9_./,=+@()-]|:(?=[^\\s:])| (?=[A-Za-z0-9_./=+@()]))*");
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]{0,119}");
  // A number with a unit is a number to nobody; 1e3, 0x1 and 1_000 have no such unit.
  private static final Pattern AMOUNT =
      Pattern.compile("[1-9]\\d{0,9}(?:m|Ki|Mi|Gi|Ti|h|s|ms|d|w)|[1-9]\\d{0,4}h[1-9]\\d?m");
  // e3, e-3 and E+3 are numbers to one reader of YAML 1.1.
  private static final Pattern EXPONENT = Pattern.compile("[eE][-+]?\\d.*", Pattern.DOTALL);

  private Scalars() {}

  static boolean isPlain(String text) {
    if (text.length() > 1_000
        || RESERVED.contains(text.toLowerCase(Locale.ROOT))
        || EXPONENT.matcher(text).matches()) {
      return false;
    }
    return !text.endsWith(":") && PLAIN.matcher(text).matches() || AMOUNT.matcher(text).matches();
  }

  static boolean isPlainKey(String key) {
    return PLAIN_KEY.matcher(key).matches()
        && !RESERVED.contains(key.toLowerCase(Locale.ROOT))
        && !EXPONENT.matcher(key).matches();
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

  /** Whether a text of several lines comes back unchanged from a literal block. */
  static boolean isLiteral(String text) {
    if (text.indexOf('\n') < 0
        || text.startsWith(" ")
        || text.startsWith("\n")
        || text.startsWith("\t")
        || text.endsWith("\n\n")
        || text.contains(" \n")
        || text.contains("\t\n")
        || text.endsWith(" ")
        || text.endsWith("\t")) {
      return false;
    }
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (!isPrintable(point)) {
        return false;
      }
      i += Character.charCount(point);
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

package io.github.homelab4j.check.secret;

import java.util.regex.Pattern;

/** Tells texts that people chose from those that were drawn at random. */
final class Words {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\$.*|.*\\$[({].*|.*\\{\\{.*|<.*>|[*x.]+|%.*%|__.*__|null|none|true|false|yes|no|on|off|required|optional",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SEPARATOR = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern SEGMENT =
      Pattern.compile("\\d{0,4}|\\d{0,2}(?:[A-Z]?[a-z]{2,15}|[A-Z]{2,15}|[A-Za-z])+\\d{0,3}");
  private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

  private Words() {}

  /** Whether something else is put in its place before it is used. */
  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).matches();
  }

  /** Whether it is made of words and short numbers, as names of objects, fields and files are. */
  static boolean isName(String text) {
    for (var segment : SEPARATOR.split(text)) {
      if (!SEGMENT.matcher(segment).matches() || !hasWords(segment)) {
        return false;
      }
    }
    return true;
  }

  // Upper and lower case change at random in what was drawn: the words would be very short.
  private static boolean hasWords(String segment) {
    var matcher = WORD.matcher(segment);
    int words = 0;
    int letters = 0;
    while (matcher.find()) {
      words++;
      letters += matcher.end() - matcher.start();
      if (matcher.end() - matcher.start() > 15) {
        return false;
      }
    }
    return words < 3 || letters >= 3 * words;
  }

  /** Bits of a character, by how often each occurs. */
  static double entropy(String text) {
    var counts = new int[128];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 128) {
        counts[text.charAt(i)]++;
      } else {
        others++;
      }
    }
    double bits = part(others, text.length());
    for (int count : counts) {
      bits += part(count, text.length());
    }
    return bits;
  }

  private static double part(int count, int all) {
    return count == 0 ? 0 : -(double) count / all * Math.log((double) count / all) / Math.log(2);
  }
}

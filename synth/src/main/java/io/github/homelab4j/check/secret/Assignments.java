package io.github.homelab4j.check.secret;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Secrets that are told by the name that they are given to. */
final class Assignments {
  private static final String ROOTS = Roots.ALL;
  private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]");
  private static final String VALUE = "[\"']?([^\\s\"',;&|<>(){}\\[\\]]{6,200})";
  // After a colon the value ends its line or part of it: otherwise it is the first word of prose.
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?im)(?<![\\w.-])([\\w.-]{0,60}?(?:"
              + ROOTS
              + ")[\\w-]{0,40})[\"']?\\s*(?:(?::=|=>|=)\\s*"
              + VALUE
              + "|:\\s*"
              + VALUE
              + "(?=\\s*(?:$|[\"',;&|}#)\\]])))");
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)--([\\w-]{0,40}?(?:"
              + ROOTS
              + ")[\\w-]{0,40})\\s+[\"']?([^\\s\"'-][^\\s\"']{5,200})");
  // Names without their separators.
  private static final Pattern PASSWORD =
      Pattern.compile(".*(password|passwd|passphrase|passcode|pwd)\\d*");
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          ".*(pass|pwd|secret|token|credential|creds|auth|cookie|apikey|accesskey|key\\d*$).*");
  // A key among others, as of a label; and what only tells where a secret is, or something of its
  // nature.
  private static final Pattern ABOUT =
      Pattern.compile(
          "key|existing.*|.*(name|ref|class|file|path|dir|url|uri|endpoint|issuer|type|ttl|length|size|policy|format|mode|enabled|header|provider|store|method|algorithm|host|email|user|publickey|keyid|checksum|digest|version|interval|timeout|expiry|duration|audience|scope|domain|selector|image|template)s?");

  // Sixteen digits carry four bits at most.
  private static final Pattern HEX = Pattern.compile("[0-9a-f-]{24,}|[0-9A-F-]{24,}");

  private Assignments() {}

  /** What a text assigns to names of its own. */
  static void each(String text, long seen, Consumer<Hit> found) {
    if (Glance.has(seen, Glance.ASSIGNS)) {
      assigned(text, found);
    }
    if (Glance.has(seen, Glance.OPTIONS) && Roots.isIn(text, 0, text.length())) {
      var matcher = OPTION.matcher(text);
      while (matcher.find()) {
        judge(matcher.group(1), matcher.group(2), found);
      }
    }
  }

  // The pattern is asked only where a name with a root stands before a sign: at each letter of a
  // configuration it would take as long as all other checks together.
  private static void assigned(String text, Consumer<Hit> found) {
    var matcher = ASSIGNED.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int equal = next(text, '=', 0);
    int colon = next(text, ':', 0);
    int end = 0;
    while (equal < text.length() || colon < text.length()) {
      int sign = Math.min(equal, colon);
      int start = Roots.nameBefore(text, sign);
      if (start >= end && matcher.region(start, text.length()).lookingAt()) {
        var afterSign = matcher.group(2);
        judge(matcher.group(1), afterSign == null ? matcher.group(3) : afterSign, found);
        end = matcher.end();
      }
      equal = equal == sign ? next(text, '=', sign + 1) : equal;
      colon = colon == sign ? next(text, ':', sign + 1) : colon;
    }
  }

  private static int next(String text, char sign, int from) {
    var at = text.indexOf(sign, from);
    return at < 0 ? text.length() : at;
  }

  /** Whether a name is one of a credential. */
  static boolean isCredential(String name) {
    return Roots.isIn(name, 0, name.length()) && isPlainCredential(plain(name));
  }

  /** What a value is when it is given to a name. */
  static void judge(String name, String value, Consumer<Hit> found) {
    var plain = plain(name);
    if (!isPlainCredential(plain) || value.isBlank() || Words.isPlaceholder(value)) {
      return;
    }
    if (PASSWORD.matcher(plain).matches()) {
      found.accept(new Hit("a password", value));
    } else if (isDrawn(value)) {
      found.accept(new Hit("a key or token", value));
    }
  }

  private static String plain(String name) {
    return NOT_PLAIN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static boolean isPlainCredential(String plain) {
    return CREDENTIAL.matcher(plain).matches() && !ABOUT.matcher(plain).matches();
  }

  private static boolean isDrawn(String value) {
    return value.length() >= 10
        && value.length() <= 200
        && value.indexOf(' ') < 0
        && !value.startsWith("/")
        && !value.contains("://")
        && !Words.isName(value)
        && Words.entropy(value) >= (HEX.matcher(value).matches() ? 3 : 3.5);
  }
}

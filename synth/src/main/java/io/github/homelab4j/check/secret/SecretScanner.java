package io.github.homelab4j.check.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Looks for secrets in a text, also in base64 and over line ends. */
final class SecretScanner {
  // Public by nature, though they look drawn at random.
  private static final Pattern PUBLIC =
      Pattern.compile(
          "sha(?:256|512)[:-][\\w+/=]{43,128}"
              + "|\\bage1[a-z0-9]{50,}"
              + "|ENC\\[AES256_GCM,[^\\]]*\\]"
              + "|(?:ssh-[a-z0-9]+|ecdsa-[\\w-]+) +[A-Za-z0-9+/=]{40,}"
              + "|-----BEGIN (?:[A-Z0-9 ]*PUBLIC KEY|CERTIFICATE)-----[^-]*-----END [A-Z0-9 ]*-----");

  /** What public texts begin with. */
  static final List<String> PUBLIC_HINTS =
      List.of("sha256", "sha512", "age1", "ENC[", "ssh-", "ecdsa-", "-----BEGIN ");

  private SecretScanner() {}

  /** The secrets in a text, each once. */
  static List<Hit> find(String text) {
    if (text.length() < 8) {
      return List.of();
    }
    var seen = Glance.at(text);
    if (seen == 0) {
      return List.of();
    }
    var hits = new LinkedHashMap<String, Hit>();
    scan(text, seen, 2, hit -> hits.putIfAbsent(hit.secret(), hit));
    return hits.isEmpty() ? List.of() : withoutParts(hits);
  }

  /** What a whole text is when it is given to a name. */
  static List<Hit> find(String name, String text) {
    var hits = new ArrayList<Hit>();
    if (Assignments.isCredential(name)) {
      Assignments.judge(name, withoutPublic(text, Glance.at(text)), hits::add);
    }
    return hits;
  }

  private static void scan(String whole, long seenInWhole, int depth, Consumer<Hit> found) {
    var text = withoutPublic(whole, seenInWhole);
    var seen = text.equals(whole) ? seenInWhole : Glance.at(text);
    Tokens.each(text, seen, found);
    Assignments.each(text, seen, found);
    decoded(text, seen, depth, found);
    if (Glance.has(seen, Glance.LINES)) {
      var joined = joined(text);
      var seenInJoined = Glance.at(joined);
      Tokens.each(joined, seenInJoined, found);
      decoded(joined, seenInJoined, depth, found);
    }
  }

  private static void decoded(String text, long seen, int depth, Consumer<Hit> found) {
    if (depth > 0 && Glance.has(seen, Glance.RUN)) {
      Base64Text.each(
          text,
          (encoded, plain) ->
              scan(
                  plain,
                  Glance.at(plain),
                  depth - 1,
                  hit -> found.accept(new Hit(hit.what() + " in base64", encoded))));
    }
  }

  private static String withoutPublic(String text, long seen) {
    if (!Glance.has(seen, Glance.PUBLIC)) {
      return text;
    }
    var matcher = PUBLIC.matcher(text);
    // Mostly the digest at the end of an image: the pattern is slow on what stands before it.
    var found = matcher.find(firstHint(text));
    var rest = new StringBuilder();
    int end = 0;
    while (found) {
      rest.append(text, end, matcher.start());
      end = matcher.end();
      found = matcher.find();
    }
    return end == 0 ? text : rest.append(text, end, text.length()).toString();
  }

  private static int firstHint(String text) {
    var first = text.length();
    for (var hint : PUBLIC_HINTS) {
      var at = text.indexOf(hint);
      first = at < 0 ? first : Math.min(first, at);
    }
    return first;
  }

  // Without line ends, the blanks around them, and the backslash that continues a line.
  private static String joined(String text) {
    var joined = new StringBuilder(text.length());
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      int end = at;
      while (end > start && isBlank(text.charAt(end - 1))) {
        end--;
      }
      if (end > start && text.charAt(end - 1) == '\\') {
        end--;
      }
      joined.append(text.substring(start, end));
      start = at + 1;
      while (start < text.length() && isBlank(text.charAt(start))) {
        start++;
      }
    }
    return joined.append(text.substring(start)).toString();
  }

  static boolean isBlank(char letter) {
    return letter == ' ' || letter >= '\t' && letter <= '\r';
  }

  // A token within an assigned value is the same secret.
  private static List<Hit> withoutParts(Map<String, Hit> hits) {
    return hits.values().stream()
        .filter(
            hit ->
                hits.keySet().stream()
                    .noneMatch(
                        other -> !other.equals(hit.secret()) && other.contains(hit.secret())))
        .toList();
  }
}

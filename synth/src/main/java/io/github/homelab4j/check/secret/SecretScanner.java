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
  private static final List<String> PUBLIC_HINTS =
      List.of("sha256", "sha512", "age1", "ENC[", "ssh-", "ecdsa-", "-----BEGIN ");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
  private static final Pattern LINE_END = Pattern.compile("\\\\?\\s*\\n\\s*");

  private SecretScanner() {}

  /** The secrets in a text, each once. */
  static List<Hit> find(String text) {
    if (text.length() < 8) {
      return List.of();
    }
    var hits = new LinkedHashMap<String, Hit>();
    scan(withoutPublic(text), 2, hit -> hits.putIfAbsent(hit.secret(), hit));
    return withoutParts(hits);
  }

  /** What a whole text is when it is given to a name. */
  static List<Hit> find(String name, String text) {
    var hits = new ArrayList<Hit>();
    if (Assignments.isCredential(name)) {
      Assignments.judge(name, withoutPublic(text), hits::add);
    }
    return hits;
  }

  private static void scan(String text, int depth, Consumer<Hit> found) {
    Tokens.each(text, found);
    Assignments.each(text, found);
    decoded(text, depth, found);
    if (text.indexOf('\n') >= 0) {
      var joined = LINE_END.matcher(text).replaceAll("");
      Tokens.each(joined, found);
      decoded(joined, depth, found);
    }
  }

  private static void decoded(String text, int depth, Consumer<Hit> found) {
    if (text.length() < 16 || depth == 0) {
      return;
    }
    var matcher = BASE64.matcher(text);
    while (matcher.find()) {
      var encoded = matcher.group();
      Base64Text.decode(encoded)
          .ifPresent(
              plain ->
                  scan(
                      withoutPublic(plain),
                      depth - 1,
                      hit -> found.accept(new Hit(hit.what() + " in base64", encoded))));
    }
  }

  private static String withoutPublic(String text) {
    return PUBLIC_HINTS.stream().anyMatch(text::contains)
        ? PUBLIC.matcher(text).replaceAll("")
        : text;
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

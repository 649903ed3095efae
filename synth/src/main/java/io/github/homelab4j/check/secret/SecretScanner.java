package io.github.homelab4j.check.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

  /** The secrets in a text that stands under a name, each once. */
  static List<Hit> find(String name, String text) {
    var hits = new LinkedHashMap<String, Hit>();
    Consumer<Hit> found = hit -> hits.putIfAbsent(hit.secret(), hit);
    var rest = withoutPublic(text);
    Tokens.each(rest, found);
    if (hits.isEmpty()) {
      Assignments.judge(name, rest, found);
    }
    if (text.length() >= 8) {
      scan(rest, 2, found);
    }
    return withoutParts(hits);
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
    var matcher = BASE64.matcher(text);
    while (depth > 0 && matcher.find()) {
      var plain = decode(matcher.group());
      if (plain != null) {
        var encoded = matcher.group();
        scan(
            withoutPublic(plain),
            depth - 1,
            hit -> found.accept(new Hit(hit.what() + " in base64", encoded)));
      }
    }
  }

  private static String decode(String text) {
    try {
      var bytes =
          Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/').replace("=", ""));
      for (var each : bytes) {
        if (each < 32 && each != '\n' && each != '\r' && each != '\t') {
          return null;
        }
      }
      return new String(bytes, StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return null;
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

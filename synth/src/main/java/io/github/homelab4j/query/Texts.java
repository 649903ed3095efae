package io.github.homelab4j.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts in a tree, and the names and addresses in them. */
final class Texts {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?");

  private Texts() {}

  /** Calls back for each text with its JSON pointer. */
  static void visit(JsonNode tree, BiConsumer<String, String> found) {
    visit("", tree, found);
  }

  /** What may be a name or an address, without ports and prefixes. */
  static Stream<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).flatMap(Texts::withoutPort);
  }

  private static Stream<String> withoutPort(String token) {
    var colon = token.lastIndexOf(':');
    return colon < 0 || token.indexOf(':') != colon
        ? Stream.of(token)
        : Stream.of(token, token.substring(0, colon));
  }

  private static void visit(String path, JsonNode node, BiConsumer<String, String> found) {
    if (node.isTextual()) {
      found.accept(path, node.textValue());
    } else if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field ->
                  visit(
                      path + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                      field.getValue(),
                      found));
    } else {
      for (int i = 0; i < node.size(); i++) {
        visit(path + "/" + i, node.get(i), found);
      }
    }
  }
}

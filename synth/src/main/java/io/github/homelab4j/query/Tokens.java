package io.github.homelab4j.query;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be names and addresses in a text. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?");

  private Tokens() {}

  /** Them, without ports and prefixes. */
  static Stream<String> of(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).flatMap(Tokens::withoutPort);
  }

  private static Stream<String> withoutPort(String token) {
    var colon = token.lastIndexOf(':');
    return colon < 0 || token.indexOf(':') != colon
        ? Stream.of(token)
        : Stream.of(token, token.substring(0, colon));
  }
}

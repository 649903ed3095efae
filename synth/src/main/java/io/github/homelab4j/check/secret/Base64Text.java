package io.github.homelab4j.check.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Texts in base64, in either alphabet. Most of what could be one is a name and no text at all. */
final class Base64Text {
  private static final int START = 12;

  private Base64Text() {}

  /** The text, when it is one of printable characters. */
  static Optional<String> decode(String encoded) {
    var plain = encoded.replace("=", "").replace('-', '+').replace('_', '/');
    // The start tells in most cases; a rest of one character is no base64.
    if (plain.length() < START
        || plain.length() % 4 == 1
        || !isPrintable(decoded(plain.substring(0, START)))) {
      return Optional.empty();
    }
    var bytes = decoded(plain);
    return isPrintable(bytes)
        ? Optional.of(new String(bytes, StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  private static byte[] decoded(String plain) {
    return Base64.getDecoder().decode(plain);
  }

  private static boolean isPrintable(byte[] bytes) {
    for (var each : bytes) {
      if (each < 32 && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }
}

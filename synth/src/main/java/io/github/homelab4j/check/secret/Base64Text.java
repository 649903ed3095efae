package io.github.homelab4j.check.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiConsumer;

/** Texts in base64, in either alphabet. Most of what could be one is a name and no text at all. */
final class Base64Text {
  private static final int LEAST = 16;
  private static final int START = 12;
  private static final byte[] VALUES = values();

  private Base64Text() {}

  private static byte[] values() {
    var values = new byte[128];
    Arrays.fill(values, (byte) -1);
    var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < digits.length(); i++) {
      values[digits.charAt(i)] = (byte) i;
    }
    values['-'] = values['+'];
    values['_'] = values['/'];
    return values;
  }

  static boolean isDigit(char letter) {
    return letter < VALUES.length && VALUES[letter] >= 0;
  }

  /** Calls back for each part of a text that is one, as it stands there and decoded. */
  static void each(String text, BiConsumer<String, String> found) {
    for (int i = 0; i < text.length(); i++) {
      int start = i;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
      // A rest of one character is no base64.
      if (i - start >= LEAST && (i - start) % 4 != 1 && isPrintable(text, start)) {
        decode(text, start, i, found);
      }
    }
  }

  // The start tells in most cases.
  private static boolean isPrintable(String text, int start) {
    for (int i = start; i < start + START; i += 4) {
      int bits = 0;
      for (int j = i; j < i + 4; j++) {
        bits = bits << 6 | VALUES[text.charAt(j)];
      }
      if (!isPrintable((byte) (bits >> 16))
          || !isPrintable((byte) (bits >> 8))
          || !isPrintable((byte) bits)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(byte letter) {
    return letter >= 32 || letter == '\n' || letter == '\r' || letter == '\t';
  }

  private static void decode(String text, int start, int end, BiConsumer<String, String> found) {
    var digits = text.substring(start, end).replace('-', '+').replace('_', '/');
    var bytes = Base64.getDecoder().decode(digits);
    for (var each : bytes) {
      if (!isPrintable(each)) {
        return;
      }
    }
    var padded = end;
    while (padded < text.length() && padded < end + 2 && text.charAt(padded) == '=') {
      padded++;
    }
    found.accept(text.substring(start, padded), new String(bytes, StandardCharsets.US_ASCII));
  }
}

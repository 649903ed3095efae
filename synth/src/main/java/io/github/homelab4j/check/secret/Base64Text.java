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

  static boolean isDigit(byte letter) {
    return letter >= 0 && VALUES[letter] >= 0;
  }

  /** Calls back for each part of a text that is one, as it stands there and decoded. */
  static void each(String text, BiConsumer<String, String> found) {
    var letters = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < letters.length; i++) {
      int start = i;
      while (i < letters.length && isDigit(letters[i])) {
        i++;
      }
      // A rest of one character is no base64.
      if (i - start >= LEAST && (i - start) % 4 != 1 && isPrintable(letters, start)) {
        decode(letters, start, i, found);
      }
    }
  }

  // The start tells in most cases.
  private static boolean isPrintable(byte[] letters, int start) {
    for (int i = start; i < start + START; i += 4) {
      int bits = 0;
      for (int j = i; j < i + 4; j++) {
        bits = bits << 6 | VALUES[letters[j]];
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

  private static void decode(byte[] letters, int start, int end, BiConsumer<String, String> found) {
    var digits = text(letters, start, end).replace('-', '+').replace('_', '/');
    var bytes = Base64.getDecoder().decode(digits);
    for (var each : bytes) {
      if (!isPrintable(each)) {
        return;
      }
    }
    var padded = end;
    while (padded < letters.length && padded < end + 2 && letters[padded] == '=') {
      padded++;
    }
    found.accept(text(letters, start, padded), text(bytes, 0, bytes.length));
  }

  private static String text(byte[] letters, int start, int end) {
    return new String(letters, start, end - start, StandardCharsets.US_ASCII);
  }
}

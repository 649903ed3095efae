package org.example.fleet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers and words that look like chance and are the same everywhere: SplitMix64 of a name. */
final class Words {
  private static final List<String> WORDS =
      List.of(
          "account",
          "backup",
          "cache",
          "catalogue",
          "client",
          "cluster",
          "connection",
          "database",
          "delivery",
          "export",
          "feature",
          "gateway",
          "history",
          "import",
          "index",
          "inventory",
          "invoice",
          "journal",
          "library",
          "limit",
          "listener",
          "mail",
          "metrics",
          "notice",
          "order",
          "outbox",
          "partner",
          "payment",
          "photo",
          "pool",
          "profile",
          "queue",
          "recipe",
          "report",
          "request",
          "retention",
          "schedule",
          "search",
          "session",
          "shelf",
          "stock",
          "storage",
          "stream",
          "summary",
          "supplier",
          "thread",
          "ticket",
          "upload",
          "visitor",
          "window");

  private long state;

  Words(String name) {
    for (int i = 0; i < name.length(); i++) {
      state = state * 31 + name.charAt(i);
    }
  }

  /** A number from {@code low} to {@code high}, both included. */
  int number(int low, int high) {
    return low + (int) Long.remainderUnsigned(next(), high - low + 1L);
  }

  /** A word. */
  String word() {
    return WORDS.get(number(0, WORDS.size() - 1));
  }

  /** Some words with a mark between them. */
  String words(int count, String mark) {
    return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(mark));
  }

  /** A sentence of that many words. */
  String sentence(int count) {
    var words = words(count, " ");
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  /** The digest of an image. */
  String digest() {
    return "sha256:" + hex() + hex() + hex() + hex();
  }

  private String hex() {
    var digits = Long.toHexString(next());
    return "0".repeat(16 - digits.length()) + digits;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

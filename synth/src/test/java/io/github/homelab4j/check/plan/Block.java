package io.github.homelab4j.check.plan;

/**
 * A network as two numbers: what a test computes apart from the library.
 *
 * @param first the first address
 * @param prefix the prefix
 */
record Block(long first, int prefix) {
  private static final long BASE = 10L << 24;

  /** A block of 10.0.0.0/8, cut down to its prefix. */
  static Block of(int prefix, int number) {
    var size = 1L << (32 - prefix);
    var at = BASE + ((long) number << 12);
    return new Block(at - at % size, prefix);
  }

  long last() {
    return first + (1L << (32 - prefix)) - 1;
  }

  boolean shares(Block other) {
    return first <= other.last() && other.first <= last();
  }

  String text() {
    return dotted(first) + "/" + prefix;
  }

  static String dotted(long address) {
    return "%s.%s.%s.%s"
        .formatted(address >> 24, (address >> 16) & 255, (address >> 8) & 255, address & 255);
  }
}

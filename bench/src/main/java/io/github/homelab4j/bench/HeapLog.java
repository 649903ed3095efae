package io.github.homelab4j.bench;

import java.util.regex.Pattern;

/** What Java logs of its heap ({@code -Xlog:gc}). */
final class HeapLog {
  private static final Pattern COLLECTION = Pattern.compile("[0-9]+M->([0-9]+)M\\([0-9]+M\\)");
  private static final long MIB = 1024 * 1024;

  private HeapLog() {}

  /** The most bytes that were in use after a collection: what the process could not do without. */
  static long peak(String log) {
    long peak = 0;
    for (var match = COLLECTION.matcher(log); match.find(); ) {
      peak = Math.max(peak, Long.parseLong(match.group(1)) * MIB);
    }
    return peak;
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was written before, as {@code files.sha256} tells in the form of {@code sha256sum}: one line
 * a file, sorted, so that Git merges it line by line. After a merge it may hold markers of a
 * conflict and two lines for one file: each line that can be read counts, and the next run writes
 * it anew.
 */
final class Ownership {
  static final String NAME = "files.sha256";
  private static final int HASH = 64;

  private final Map<String, List<String>> hashes = new HashMap<>();

  private Ownership() {}

  /** The list below a folder, which ends in a slash or is empty; nothing when there is none. */
  static Ownership read(Tree tree, String folder) throws IOException {
    var ownership = new Ownership();
    tree.content(folder + NAME)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .ifPresent(text -> text.lines().forEach(ownership::add));
    return ownership;
  }

  /** The list of these files, by path and hash. */
  static String listing(SortedMap<String, String> files) {
    var text = new StringBuilder();
    files.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    return text.toString();
  }

  /**
   * The paths below the folder that were written before and are none of these. The list is a file
   * like any other: a line that leads elsewhere is not one of ours.
   */
  SortedSet<String> pathsBeside(Set<String> written) {
    var paths = new TreeSet<String>();
    for (var path : hashes.keySet()) {
      if (!written.contains(path) && !path.equals(NAME) && PathRules.isSafe(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  boolean owns(String path, String hash) {
    return hashes.getOrDefault(path, List.of()).contains(hash);
  }

  /** The line for a file that stays: the one that is true of it, if any is; empty without it. */
  Optional<String> standing(Tree tree, String path) throws IOException {
    var entry = tree.entry(path);
    if (entry.kind() != Tree.Kind.FILE) {
      return Optional.empty();
    }
    var known = hashes.get(path);
    return Optional.of(known.contains(entry.sha256()) ? entry.sha256() : Collections.min(known));
  }

  // Without a pattern: each run reads a line a file.
  private void add(String line) {
    if (line.length() > HASH + 2
        && isHash(line)
        && line.charAt(HASH) == ' '
        && (line.charAt(HASH + 1) == ' ' || line.charAt(HASH + 1) == '*')) {
      var hash = line.substring(0, HASH);
      hashes.merge(line.substring(HASH + 2), List.of(hash), Ownership::both);
    }
  }

  private static List<String> both(List<String> some, List<String> others) {
    var both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  private static boolean isHash(String line) {
    for (int i = 0; i < HASH; i++) {
      char c = line.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}

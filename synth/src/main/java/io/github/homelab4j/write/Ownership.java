package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What was written before, as {@code files.sha256} tells in the form of {@code sha256sum}: one line
 * a file, sorted, so that Git merges it line by line. After a merge it may hold markers of a
 * conflict and two lines for one file: each line that can be read counts, and the next run writes
 * it anew.
 */
final class Ownership {
  static final String NAME = "files.sha256";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  private final SortedMap<String, SortedSet<String>> hashes = new TreeMap<>();

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

  /** The paths below the folder that were written before. */
  SortedSet<String> paths() {
    return new TreeSet<>(hashes.keySet());
  }

  boolean owns(String path, String hash) {
    return hashes.getOrDefault(path, new TreeSet<>()).contains(hash);
  }

  /** The line for a file that stays: the one that is true of it, if any is; empty without it. */
  Optional<String> standing(Tree tree, String path) throws IOException {
    var entry = tree.entry(path);
    if (entry.kind() != Tree.Kind.FILE) {
      return Optional.empty();
    }
    return Optional.of(owns(path, entry.sha256()) ? entry.sha256() : hashes.get(path).first());
  }

  // The list is a file like any other: a line that leads elsewhere is not one of ours.
  private void add(String line) {
    var parts = LINE.matcher(line);
    if (parts.matches() && PathRules.isSafe(parts.group(2)) && !parts.group(2).equals(NAME)) {
      hashes.computeIfAbsent(parts.group(2), path -> new TreeSet<>()).add(parts.group(1));
    }
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last commit: what it holds can be had back from it, so it may be replaced. Git itself
 * compares, since it may check files out with other line ends.
 */
final class Head {
  private Head() {}

  /** Those of the files that are as they were committed; none without Git or a repository. */
  static SortedSet<String> unchanged(Path root, Collection<String> paths) {
    var all = List.copyOf(paths);
    var committed =
        git(root, all.stream().map(path -> "HEAD:./" + path), "cat-file", "--batch-check");
    var current =
        git(
            root,
            all.stream().map(path -> root.resolve(path).toString()),
            "hash-object",
            "--stdin-paths");
    var unchanged = new TreeSet<String>();
    if (committed.size() == all.size() && current.size() == all.size()) {
      for (int i = 0; i < all.size(); i++) {
        if (committed.get(i).startsWith(current.get(i) + " blob ")) {
          unchanged.add(all.get(i));
        }
      }
    }
    return unchanged;
  }

  private static List<String> git(Path root, Stream<String> input, String... arguments) {
    try {
      return Git.run(root, input.collect(Collectors.joining("\n", "", "\n")), arguments)
          .map(output -> new String(output, StandardCharsets.UTF_8).lines().toList())
          .orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The last commit: what it holds can be had back from it, so it may be replaced. Git itself
 * compares, since it may check files out with other line ends.
 */
final class Head {
  // Git sets these for its hooks, and they would lead to another repository than the folder's.
  private static final List<String> ELSEWHERE =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR");

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

  private static List<String> git(
      Path root, java.util.stream.Stream<String> input, String... arguments) {
    var command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    Optional<Path> lines = Optional.empty();
    try {
      lines = Optional.of(Files.createTempFile("homelab4j-", ".txt"));
      Files.writeString(lines.get(), input.collect(Collectors.joining("\n", "", "\n")));
      var builder =
          new ProcessBuilder(command)
              .redirectInput(lines.get().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().keySet().removeAll(ELSEWHERE);
      var process = builder.start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(1, TimeUnit.MINUTES);
      return ended && process.exitValue() == 0 ? output.lines().toList() : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lines.ifPresent(Head::discard);
    }
  }

  private static void discard(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}

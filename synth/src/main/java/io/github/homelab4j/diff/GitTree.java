package io.github.homelab4j.diff;

import io.github.homelab4j.write.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a folder as a commit has them. */
public final class GitTree {
  private GitTree() {}

  /**
   * The files below a folder, by their path below it; none when the commit has no such folder.
   *
   * @param folder the folder, which need not exist any more
   * @param ref a commit, branch or tag
   * @throws GitException when there is no repository, or no such commit
   */
  public static SortedMap<String, String> at(Path folder, String ref) {
    var home = nearest(folder);
    var files = new TreeMap<String, String>();
    var commit = commit(home, ref);
    var relative =
        home.relativize(folder.toAbsolutePath().normalize()).toString().replace('\\', '/');
    var prefix = relative.isEmpty() ? "./" : "./" + relative + "/";
    var names =
        new String(git(home, "ls-tree", "-r", "-z", commit, prefix), StandardCharsets.UTF_8);
    for (var entry : names.split("\0")) {
      var tab = entry.indexOf('\t');
      if (tab > 0) {
        var path = entry.substring(tab + 1);
        var blob = entry.substring(0, tab).split(" ")[2];
        files.put(path.substring(prefix.length() - 2), blob);
      }
    }
    return contents(home, files);
  }

  // All at once: a process for each file would take seconds.
  private static SortedMap<String, String> contents(Path home, SortedMap<String, String> blobs) {
    var contents = new TreeMap<String, String>();
    if (blobs.isEmpty()) {
      return contents;
    }
    var answer = feed(home, String.join("\n", blobs.values()) + "\n", "cat-file", "--batch");
    int at = 0;
    for (var path : blobs.keySet()) {
      int end = at;
      while (answer[end] != '\n') {
        end++;
      }
      var header = new String(answer, at, end - at, StandardCharsets.UTF_8).split(" ");
      int size = Integer.parseInt(header[2]);
      contents.put(path, new String(answer, end + 1, size, StandardCharsets.UTF_8));
      at = end + 1 + size + 1;
    }
    return contents;
  }

  private static String commit(Path home, String ref) {
    if (run(home, "", "rev-parse", "--git-dir").isEmpty()) {
      throw new GitException(
          "%s is in no Git repository: run git init and commit there, or name a folder of one with --out"
              .formatted(home));
    }
    return run(home, "", "rev-parse", "--verify", "--end-of-options", ref + "^{commit}")
        .map(output -> new String(output, StandardCharsets.UTF_8).strip())
        .orElseThrow(
            () ->
                new GitException(
                    "%s is no commit of the Git repository of %s: name a commit, branch or tag with --against (git fetch brings those of a server)"
                        .formatted(ref, home)));
  }

  private static Path nearest(Path folder) {
    var home = folder.toAbsolutePath().normalize();
    while (!Files.isDirectory(home)) {
      home = home.getParent();
    }
    return home;
  }

  private static byte[] git(Path home, String... arguments) {
    return feed(home, "", arguments);
  }

  private static byte[] feed(Path home, String input, String... arguments) {
    return run(home, input, arguments)
        .orElseThrow(
            () ->
                new GitException(
                    "'git %s' fails in %s: run it there, it says why"
                        .formatted(String.join(" ", arguments), home)));
  }

  // Nothing when it fails.
  private static Optional<byte[]> run(Path home, String input, String... arguments) {
    try {
      return Git.run(home, input, arguments);
    } catch (IOException e) {
      throw new GitException("git cannot be run: install it, and name it in the PATH");
    }
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The steps of a run as a file: hashes before and after, and the path, one line a step. It gets its
 * name when it is whole, so half of one is never read.
 */
final class Journal {
  private static final String HEAD = "homelab4j 1";
  private static final String END = "end";
  private static final Pattern LINE = Pattern.compile("(-|[0-9a-f]{64}) (-|[0-9a-f]{64}) (.+)");

  private Journal() {}

  static byte[] write(List<Step> steps) {
    var text = new StringBuilder(HEAD).append('\n');
    for (var step : steps) {
      text.append(step.before()).append(' ').append(step.after()).append(' ');
      text.append(step.path()).append('\n');
    }
    return text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  static List<Step> read(Path file) throws IOException {
    String text;
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var lines = text.lines().toList();
    var steps = new ArrayList<Step>();
    for (var line : lines) {
      var parts = LINE.matcher(line);
      if (parts.matches() && PathRules.isSafe(parts.group(3))) {
        steps.add(new Step(parts.group(3), parts.group(1), parts.group(2)));
      }
    }
    if (steps.size() + 2 != lines.size()
        || !lines.get(0).equals(HEAD)
        || !lines.get(lines.size() - 1).equals(END)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "it is the journal of an interrupted run, and was changed since: look at git status, then delete its folder");
    }
    return steps;
  }
}

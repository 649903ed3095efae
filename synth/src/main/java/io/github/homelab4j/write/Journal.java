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
 * The steps of a run as a file: hashes before and after, and the path, one line a step, whose
 * number is the step's name. It gets its name when it is whole, so half of one is never read.
 */
final class Journal {
  private static final String HEAD = "homelab4j 2";
  // Steps were named by the hash of their path.
  private static final String EARLIER = "homelab4j 1";
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

  /** What the step of this line is named; the first is 0. */
  static String name(int line) {
    return String.valueOf(line);
  }

  static List<Step> read(Path file) throws IOException {
    String text;
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var lines = text.lines().toList();
    boolean earlier = !lines.isEmpty() && lines.get(0).equals(EARLIER);
    var steps = new ArrayList<Step>();
    for (var line : lines) {
      var parts = LINE.matcher(line);
      if (parts.matches() && PathRules.isSafe(parts.group(3))) {
        var path = parts.group(3);
        var name = earlier ? Sha256.of(path.getBytes(StandardCharsets.UTF_8)) : name(steps.size());
        steps.add(new Step(path, parts.group(1), parts.group(2), name));
      }
    }
    if (steps.size() + 2 != lines.size()
        || !earlier && !lines.get(0).equals(HEAD)
        || !lines.get(lines.size() - 1).equals(END)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "it is the journal of an interrupted run, and was changed since: look at git status, then delete its folder");
    }
    return steps;
  }
}

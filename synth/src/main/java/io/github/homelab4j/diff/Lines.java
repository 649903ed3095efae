package io.github.homelab4j.diff;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line; lines without anything in them do not count. */
final class Lines {
  // More cells are neither quick nor small, and nobody reads such a difference.
  private static final long MOST = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<String> out = new ArrayList<>();
  private String block = "";

  private Lines(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  /** Lines that went and came, as {@link FileDiff#lines} has them. */
  static List<String> between(String before, String after) {
    return new Lines(before, after).compare();
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(line -> line.stripTrailing().replace("\t", "  "))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private List<String> compare() {
    int start = 0;
    int ends = Math.min(before.size(), after.size());
    while (start < ends && before.get(start).equals(after.get(start))) {
      start++;
    }
    if ((long) (before.size() - start) * (after.size() - start) > MOST) {
      return List.of("- %s lines".formatted(before.size()), "+ %s lines".formatted(after.size()));
    }
    int i = start;
    int j = start;
    var common = common(start);
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size()
          || (i < before.size()
              && common[i + 1 - start][j - start] >= common[i - start][j + 1 - start])) {
        say("- ", before, i++);
      } else {
        say("+ ", after, j++);
      }
    }
    return List.copyOf(out);
  }

  // How many lines the rests of both have in common, from each pair of lines on.
  private int[][] common(int start) {
    int rows = before.size() - start;
    int columns = after.size() - start;
    var common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] =
            before.get(start + i).equals(after.get(start + j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void say(String sign, List<String> lines, int at) {
    var line = lines.get(at);
    var begins = "";
    for (int i = at - 1; i >= 0 && begins.isEmpty(); i--) {
      begins = isAround(lines.get(i), line) ? lines.get(i) : "";
    }
    if (begins.isEmpty() || !isSaid(sign, begins)) {
      if (!begins.isEmpty() && !begins.equals(block)) {
        out.add("@@ " + begins.strip());
      }
      block = begins;
    }
    out.add(sign + line.substring(Math.min(indent(block), indent(line))));
  }

  private boolean isSaid(String sign, String line) {
    return out.stream()
        .anyMatch(said -> said.startsWith(sign) && said.substring(2).strip().equals(line.strip()));
  }

  // A block is indented, or follows a line in brackets.
  private static boolean isAround(String begin, String line) {
    return indent(line) == 0
        ? begin.startsWith("[") && !line.startsWith("[")
        : indent(begin) < indent(line) && !begin.startsWith("#");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}

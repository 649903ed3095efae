package io.github.homelab4j.bench;

import io.github.homelab4j.cli.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code homelab4j watch} with one setting changed in each save: {@code WarmRuns <saves> <file>
 * watch --homelab …}. Says how long each synthesis took, and at the end the medians of the compiler
 * and of the way from the save to its line, by which all is written.
 */
public final class WarmRuns {
  private static final Pattern SAVED =
      Pattern.compile("object.*; compiled (\\d+) ms, synthesized (\\d+) ms");

  private static final Pattern TIMINGS_END = Pattern.compile("^jsii calls");

  private WarmRuns() {}

  /** Runs them. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int saves = Integer.parseInt(arguments[0]);
    var edit = new Edit(Path.of(arguments[1]));
    var command = Arrays.copyOfRange(arguments, 2, arguments.length);
    var lines = new HeardLines(System.out);
    System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
    var watch = new Thread(() -> lines.end(Main.run(command)));
    watch.setDaemon(true);
    watch.start();
    lines.await(Pattern.compile("^Waiting for saves"));
    var compiled = new ArrayList<Double>();
    var written = new ArrayList<Double>();
    for (int i = 1; i <= saves; i++) {
      long start = System.nanoTime();
      edit.save(i);
      var line = lines.await(SAVED);
      written.add((System.nanoTime() - start) / 1e6);
      compiled.add(Double.parseDouble(line.group(1)));
      // The last one that it says of a save: nothing comes in between then.
      lines.await(TIMINGS_END);
      lines.say(String.format(Locale.ROOT, "run %.4f s", Double.parseDouble(line.group(2)) / 1000));
    }
    if (edit.isCompiled()) {
      median(lines, "javac", compiled);
    }
    median(lines, "save to line", written);
    System.exit(0);
  }

  private static void median(HeardLines lines, String what, List<Double> millis) {
    var warm = millis.subList(Math.min(Ours.WARMING, millis.size() - 1), millis.size());
    lines.say(String.format(Locale.ROOT, "%-12s %.0f ms", what, Statistics.median(warm)));
  }
}

package io.github.homelab4j.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs whole processes and measures them from outside. */
final class Processes {
  private static final Pattern TOLD = Pattern.compile("(?m)^run +([0-9.]+) s$");
  private static final Pattern STAGE = Pattern.compile("(?m)^([a-z ]+?) +([0-9]+)(?: ms)?$");
  private static final int SHOWN = 600;

  private Processes() {}

  /**
   * Runs a process to its end; beyond the limit it is ended with its children.
   *
   * @param output where everything that it prints goes
   */
  static Run run(Command command, Path output, Duration limit) {
    try {
      var builder = new ProcessBuilder(command.words()).directory(command.folder().toFile());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      // The value is the major version that jsii's notice may be silent about.
      builder.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
      builder.environment().putAll(command.environment());
      long start = System.nanoTime();
      Process process;
      try {
        process = builder.start();
      } catch (IOException e) {
        return failed(0, 0, "cannot be started: " + e.getMessage());
      }
      var memory = PeakMemory.of(process);
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      var peak = memory.stop();
      if (!ended) {
        end(process);
        return failed(seconds, peak, "longer than %s s".formatted(limit.toSeconds()));
      }
      var text = Files.readString(output);
      if (process.exitValue() != 0) {
        return failed(seconds, peak, "exit code %s: %s".formatted(process.exitValue(), tail(text)));
      }
      return new Run(seconds, peak, heap(command), told(text), stages(text), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process was measured", e);
    }
  }

  /**
   * Lets the disk take what earlier processes left in memory; not everywhere is a program for it.
   */
  static void settle() {
    try {
      new ProcessBuilder("sync").start().waitFor();
    } catch (IOException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long heap(Command command) throws IOException {
    return command.heapLog().isEmpty()
        ? 0
        : HeapLog.peak(Files.readString(command.heapLog().get()));
  }

  private static void end(Process process) throws InterruptedException {
    var children = process.descendants().toList();
    process.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static Run failed(double seconds, long peak, String why) {
    return new Run(seconds, peak, 0, List.of(), Map.of(), why);
  }

  private static String tail(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : "… " + line.substring(line.length() - SHOWN);
  }

  static List<Double> told(String text) {
    var told = new ArrayList<Double>();
    for (var match = TOLD.matcher(text); match.find(); ) {
      told.add(Double.parseDouble(match.group(1)));
    }
    return told;
  }

  static Map<String, Double> stages(String text) {
    var stages = new LinkedHashMap<String, Double>();
    for (var match = STAGE.matcher(text); match.find(); ) {
      stages.put(match.group(1), Double.parseDouble(match.group(2)));
    }
    return stages;
  }
}

package io.github.homelab4j.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where, when and with what was measured.
 *
 * @param date when it began, in UTC
 * @param command how it was called
 * @param commit the commit, marked when files were changed after it
 * @param processor model and number of processors
 * @param memory of the machine
 * @param system the operating system
 * @param java the version of Java
 * @param node the version of Node.js, empty where there is none
 * @param load processes that wanted a processor in the minute before: above a few tenths, times are
 *     those of a busy machine
 */
record Machine(
    String date,
    String command,
    String commit,
    String processor,
    String memory,
    String system,
    String java,
    String node,
    String load) {
  private static final Path PROC = Path.of("/proc");

  static Machine here(Path root, String command) {
    var system = System.getProperty("os.name") + " " + System.getProperty("os.version");
    var processors = Runtime.getRuntime().availableProcessors();
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        command,
        commit(root),
        "%s, %s processors".formatted(after("cpuinfo", "model name"), processors),
        after("meminfo", "MemTotal"),
        system,
        System.getProperty("java.vendor") + " " + Runtime.version(),
        output(root, "node", "--version"),
        busy());
  }

  private static String commit(Path root) {
    var commit = output(root, "git", "rev-parse", "--short=12", "HEAD");
    var changed = output(root, "git", "status", "--porcelain", "--untracked-files=no");
    return changed.isEmpty() ? commit : commit + " with changes";
  }

  private static String busy() {
    try {
      return Files.readString(PROC.resolve("loadavg")).split(" ")[0];
    } catch (IOException e) {
      return "";
    }
  }

  private static String after(String file, String key) {
    try (var lines = Files.lines(PROC.resolve(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** What a program answers, or nothing where it does not run. */
  static String output(Path folder, String... words) {
    try {
      var process = new ProcessBuilder(words).directory(folder.toFile()).start();
      var text = new String(process.getInputStream().readAllBytes()).trim();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0 ? text : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Lines of a name and a version; none where there is no such file. */
  static Map<String, String> pins(Path file) {
    try {
      var pins = new TreeMap<String, String>();
      for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        var words = line.trim().split(" +", 2);
        pins.put(words[0], words[1]);
      }
      return pins;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

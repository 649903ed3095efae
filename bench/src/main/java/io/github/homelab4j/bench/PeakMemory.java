package io.github.homelab4j.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.stream.Stream;

/**
 * The resident memory of a process and its children together (a Java program starts Node for jsii):
 * the most that each had, as Linux's {@code /proc} tells; 0 elsewhere. It is looked at a few times
 * a second only, since looking takes time of what is measured.
 */
final class PeakMemory {
  private static final Path PROC = Path.of("/proc");
  private static final long PAUSE = 200;
  private static final long KIB = 1024;

  private final Thread sampler;
  private volatile boolean stopped;
  private volatile long peak;

  private PeakMemory(long process) {
    sampler = new Thread(() -> sample(process), "memory");
    sampler.setDaemon(true);
  }

  /** Begins to sample. */
  static PeakMemory of(Process process) {
    var memory = new PeakMemory(process.pid());
    memory.sampler.start();
    return memory;
  }

  /** Ends; the most bytes at a time. */
  long stop() throws InterruptedException {
    stopped = true;
    sampler.interrupt();
    sampler.join();
    return peak;
  }

  private void sample(long process) {
    while (!stopped) {
      peak = Math.max(peak, resident(process));
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static long resident(long process) {
    long sum = 0;
    var open = new ArrayDeque<>(java.util.List.of(Long.toString(process)));
    while (!open.isEmpty()) {
      var folder = PROC.resolve(open.remove());
      try (var tasks = Files.list(folder.resolve("task"))) {
        sum += ownBytes(folder);
        for (var task : tasks.toList()) {
          Stream.of(Files.readString(task.resolve("children")).split(" "))
              .filter(child -> !child.isBlank())
              .forEach(open::add);
        }
      } catch (IOException | UncheckedIOException e) {
        // It ended meanwhile.
        continue;
      }
    }
    return sum;
  }

  private static long ownBytes(Path folder) throws IOException {
    try (var lines = Files.lines(folder.resolve("status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
          .findFirst()
          .orElse(0);
    }
  }
}

package io.github.homelab4j.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that writes manifests.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment variables that it has beside those of the benchmark
 * @param heapLog where it logs the collections of its heap, when it does
 */
public record Command(
    List<String> words, Path folder, Map<String, String> environment, Optional<Path> heapLog) {
  /** A program without a log. */
  static Command of(Path folder, String... words) {
    return new Command(List.of(words), folder, Map.of(), Optional.empty());
  }
}

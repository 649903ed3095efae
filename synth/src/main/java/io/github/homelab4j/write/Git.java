package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Git, run in a folder. */
public final class Git {
  // Git sets these for its hooks, and they would lead to another repository than the folder's.
  private static final List<String> ELSEWHERE =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR");

  private Git() {}

  /**
   * What a command prints; nothing when it fails.
   *
   * @param folder the folder that it is run in
   * @param input what it reads
   * @throws IOException when Git cannot be run at all
   */
  public static Optional<byte[]> run(Path folder, String input, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    // A file instead of a pipe: who writes all before reading would wait for ever.
    var file = Files.createTempFile("homelab4j-", ".txt");
    try {
      Files.writeString(file, input);
      var builder =
          new ProcessBuilder(command)
              .redirectInput(file.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().keySet().removeAll(ELSEWHERE);
      var process = builder.start();
      var output = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

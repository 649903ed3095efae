package io.github.homelab4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs contenders on a subject.
 *
 * @param subject what is synthesized
 * @param folder where its inputs are and what is written goes
 * @param limit how long a process may take
 */
record Attempt(Subject subject, Path folder, Duration limit) {
  /**
   * Where a contender writes to: what was written first, or a folder of its own for each run. None
   * is deleted before all have run: ext4 makes new files many times slower where many were deleted.
   */
  Path out(Contender contender, int run) throws IOException {
    return contender.folder() == Contender.Folder.WRITTEN
        ? folder.resolve("written")
        : Folders.emptied(folder.resolve("out-%s-%s".formatted(contender.name(), run)));
  }

  /** Runs it once, when nothing of those before waits to be written to the disk any more. */
  Run run(Contender contender, Path out) throws IOException {
    Processes.settle();
    return Processes.run(
        contender.maker().command(subject, folder, out),
        folder.resolve(contender.name() + ".log"),
        limit);
  }
}

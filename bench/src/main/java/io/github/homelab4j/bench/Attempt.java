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
  /** Where a contender writes to: what was written first, or a folder of its own. */
  Path out(Contender contender) throws IOException {
    return contender.folder() == Contender.Folder.WRITTEN
        ? folder.resolve("written")
        : Folders.emptied(folder.resolve("out-" + contender.name()));
  }

  /** Runs it once. */
  Run run(Contender contender, Path out) throws IOException {
    return Processes.run(
        contender.maker().command(subject, folder, out),
        folder.resolve(contender.name() + ".log"),
        limit);
  }

  /** Frees the disk. */
  void done(Contender contender, Path out) throws IOException {
    if (contender.folder() == Contender.Folder.EMPTY) {
      Folders.delete(out);
    }
  }
}

package io.github.homelab4j.write;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a run keeps what is not output: below the root, so that it is on the same file system
 * whatever is mounted there, and nothing else needs to be writable. It is there while a run is, or
 * after one was interrupted, and keeps itself out of Git.
 */
record StateFolder(Path path) {
  static final String NAME = ".homelab4j";

  static StateFolder below(Path root) {
    return new StateFolder(root.resolve(NAME));
  }

  /** Whether a run left here what the next one needs or has to clear. */
  boolean isUnfinished() {
    return Stream.of(journal(), draft(), incoming(), outgoing())
        .anyMatch(left -> Files.exists(left, LinkOption.NOFOLLOW_LINKS));
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path gitignore() {
    return path.resolve(".gitignore");
  }

  /** There from the moment that a run is to be completed until it is. */
  Path journal() {
    return path.resolve("journal");
  }

  /** The journal before it counts. */
  Path draft() {
    return path.resolve("journal.new");
  }

  /** The folder of what takes the place of files. */
  Path incoming() {
    return path.resolve("new");
  }

  /** What takes the place of a file: all lie in one folder, so that it alone has to be synced. */
  Path incoming(Step step) {
    return incoming().resolve(step.name());
  }

  /** The folder of what was in the place of files. */
  Path outgoing() {
    return path.resolve("old");
  }

  /** What was in the place of a file. */
  Path outgoing(Step step) {
    return outgoing().resolve(step.name());
  }
}

package io.github.homelab4j.watch;

import java.nio.file.Path;
import java.util.Set;

/** Where changes of files come from. */
@FunctionalInterface
public interface Saves {
  /**
   * Waits for the next files that were made, changed or removed; none when there will be no more.
   */
  Set<Path> next();
}

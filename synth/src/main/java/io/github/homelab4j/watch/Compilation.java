package io.github.homelab4j.watch;

import java.util.List;

/**
 * What compiling a save came to.
 *
 * @param errors as {@code file:line: message}; none when all is well
 * @param files how many files were compiled
 */
public record Compilation(List<String> errors, int files) {
  /** Whether all is well. */
  public boolean isSound() {
    return errors.isEmpty();
  }
}

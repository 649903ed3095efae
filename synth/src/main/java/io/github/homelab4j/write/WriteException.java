package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/**
 * Why nothing was written: another run, files of others in the way, names that not every file
 * system can hold, or a disk that refuses. The message says what to do, with one line for each file
 * where there are several.
 */
public final class WriteException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  private final boolean halfway;

  WriteException(String message) {
    super(message);
    this.halfway = false;
  }

  WriteException(IOException cause, Path root, boolean halfway) {
    super(
        "%s; %s is %s"
            .formatted(
                sentence(cause),
                root,
                halfway ? "halfway: the next run completes it" : "as it was"),
        cause);
    this.halfway = halfway;
  }

  /**
   * Whether the disk refused to take back, too, what it had refused to complete: then not even the
   * folder is as it was, until the next run completes it.
   */
  public boolean isHalfway() {
    return halfway;
  }

  private static String sentence(IOException cause) {
    var problem = cause instanceof FileSystemException known ? known : null;
    var file = problem == null ? "a file" : problem.getFile();
    if (cause instanceof AccessDeniedException) {
      return "%s cannot be written, this user has no permission: change its owner or its mode"
          .formatted(file);
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "%s is in the way of a folder: move it away".formatted(file);
    }
    var reason =
        problem == null || problem.getReason() == null ? cause.getMessage() : problem.getReason();
    if (FULL.contains(reason)) {
      return "%s cannot be written, the disk is full (%s): free some space".formatted(file, reason);
    }
    return "%s cannot be written (%s): put that right and run again".formatted(file, reason);
  }
}

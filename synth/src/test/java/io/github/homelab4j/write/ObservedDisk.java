package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A disk that says before each change that it comes. It is not waited for: what is tested with it
 * is no power cut, and the kernel outlives a process with all that was written.
 */
class ObservedDisk extends Disk {
  /** How many changes came before. */
  protected int changes;

  /** Called before each change. */
  void about(Path path) throws IOException {}

  // Several threads sync.
  private synchronized void next(Path path) throws IOException {
    about(path);
    changes++;
  }

  @Override
  void createFolders(Path path) throws IOException {
    next(path);
    super.createFolders(path);
  }

  @Override
  void write(Path file, byte[] content) throws IOException {
    next(file);
    super.write(file, content);
  }

  @Override
  void sync(Path path) throws IOException {
    next(path);
  }

  @Override
  void syncNames(Path path) throws IOException {
    next(path);
  }

  @Override
  void move(Path from, Path to) throws IOException {
    next(to);
    super.move(from, to);
  }

  @Override
  void delete(Path path) throws IOException {
    next(path);
    super.delete(path);
  }
}

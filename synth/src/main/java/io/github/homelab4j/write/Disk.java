package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What publishing does to the file system, one method a kind of change: tests let each fail. What
 * syncs is called by several threads at once.
 */
class Disk {
  void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  void write(Path file, byte[] content) throws IOException {
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // A full disk does not say which file it had no room for.
      throw new FileSystemException(file.toString(), null, e.getMessage());
    }
  }

  /** Waits until the content of a file would survive a power cut. */
  void sync(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Waits until the names in a folder would survive a power cut. */
  void syncNames(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folders, and keeps their names by itself.
      return;
    }
  }

  void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete(Path path) throws IOException {
    Files.delete(path);
  }
}

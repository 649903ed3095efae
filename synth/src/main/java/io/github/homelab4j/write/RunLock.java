package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The one run on a root. The lock is the operating system's, so it ends with the process however
 * that ends; the file holds the process's number for those who are turned away.
 */
final class RunLock implements AutoCloseable {
  private static final Set<java.nio.file.OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
  // Behind the text, which others must be able to read: Windows locks what it locks for reading.
  private static final long PLACE = Long.MAX_VALUE - 1;
  private static final int ATTEMPTS = 1000;

  private final Path file;
  private final FileChannel channel;
  private final FileChannel guard;

  private RunLock(Path file, FileChannel channel, FileChannel guard) {
    this.file = file;
    this.channel = channel;
    this.guard = guard;
  }

  /**
   * Takes the lock, at once or not at all.
   *
   * @throws WriteException when another run has it
   */
  static RunLock take(Path file) throws IOException {
    var me = String.valueOf(ProcessHandle.current().pid());
    // Closing a file drops all locks that this process has on it: a second run in it, as with
    // mvn -T, must not even open the file. Class loaders share the properties, and no static.
    if (System.getProperties().putIfAbsent(key(file), me) != null) {
      throw taken(file, me);
    }
    RunLock lock = null;
    try {
      for (int i = 0; i < ATTEMPTS && lock == null; i++) {
        lock = attempt(file);
      }
      if (lock == null) {
        throw new FileSystemException(file.toString(), null, "it is replaced again and again");
      }
      lock.channel.truncate(0);
      lock.channel.write(ByteBuffer.wrap((me + "\n").getBytes(StandardCharsets.UTF_8)));
      return lock;
    } finally {
      if (lock == null) {
        System.getProperties().remove(key(file));
      }
    }
  }

  // The run before deletes its file when it ends: a lock on a file that has no name any more keeps
  // nobody out. Java says that two open files are one when it refuses to lock them both.
  private static RunLock attempt(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel = null;
    FileChannel guard = null;
    RunLock lock = null;
    try {
      channel = FileChannel.open(file, OPTIONS);
      if (lock(channel) == null) {
        throw taken(file, holder(channel));
      }
      guard =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      lock(guard);
      return null;
    } catch (OverlappingFileLockException same) {
      if (guard == null) {
        throw taken(file, "");
      }
      lock = new RunLock(file, channel, guard);
      return lock;
    } catch (NoSuchFileException e) {
      return null;
    } finally {
      if (lock == null) {
        close(guard);
        close(channel);
      }
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    return channel.tryLock(PLACE, 1, false);
  }

  private static String holder(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
  }

  private static WriteException taken(Path file, String holder) {
    return new WriteException(
        "another run%s is writing to %s: wait until it has ended, and run again"
            .formatted(
                holder.isEmpty() ? "" : " (process %s)".formatted(holder),
                file.getParent().getParent()));
  }

  private static String key(Path file) {
    return "homelab4j.lock." + file;
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      close(guard);
      close(channel);
      System.getProperties().remove(key(file));
    }
  }

  private static void close(FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}

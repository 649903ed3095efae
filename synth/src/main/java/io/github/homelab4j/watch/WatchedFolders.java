package io.github.homelab4j.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Folders, with all below them, and single files. The operating system only says that something
 * happened; what it was is told by looking again, so that nothing is missed in folders that are new
 * or when events are lost.
 *
 * <p>Saves of several files, or one in several steps, come as one: what follows within 50 ms
 * belongs to it. Java has no such events on macOS: there it is looked twice a second.
 */
public final class WatchedFolders implements Saves, AutoCloseable {
  private static final long QUIET_MILLIS = 50;
  private static final long LOOK_MILLIS = 500;
  private static final boolean HAS_EVENTS = !System.getProperty("os.name").startsWith("Mac");
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  /** What shows that a file is another: editors keep neither. */
  private record Stamp(FileTime time, long size) {}

  private final List<Path> roots;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private Map<Path, Stamp> seen;

  private WatchedFolders(List<Path> roots, WatchService service) {
    this.roots = roots;
    this.service = service;
    this.seen = look();
  }

  /** Folders and files; those that are not there are left out. */
  public static WatchedFolders of(List<Path> roots) {
    try {
      var there = roots.stream().filter(Files::exists).map(Path::toAbsolutePath).toList();
      var file = roots.isEmpty() ? Path.of("").toAbsolutePath() : roots.get(0).toAbsolutePath();
      return new WatchedFolders(there, file.getFileSystem().newWatchService());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<Path> next() {
    try {
      while (true) {
        var changed = changed();
        if (!changed.isEmpty()) {
          return changed;
        }
        for (var key = HAS_EVENTS ? service.take() : soon(LOOK_MILLIS);
            key != null;
            key = soon(QUIET_MILLIS)) {
          read(key);
        }
      }
    } catch (ClosedWatchServiceException e) {
      return Set.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Set.of();
    }
  }

  private WatchKey soon(long millis) throws InterruptedException {
    return service.poll(millis, TimeUnit.MILLISECONDS);
  }

  private void read(WatchKey key) {
    key.pollEvents();
    if (!key.reset()) {
      folders.remove(key);
    }
  }

  private Set<Path> changed() {
    var now = look();
    var paths = new HashSet<>(seen.keySet());
    paths.addAll(now.keySet());
    paths.removeIf(path -> Objects.equals(seen.get(path), now.get(path)));
    seen = now;
    return new TreeSet<>(paths);
  }

  // A folder is registered before it is read: what is made in it later is an event.
  private Map<Path, Stamp> look() {
    var files = new HashMap<Path, Stamp>();
    try {
      for (var root : roots) {
        if (Files.isDirectory(root)) {
          Files.walkFileTree(root, new Visitor(files));
        } else {
          register(root.getParent());
          if (Files.exists(root)) {
            put(files, root, Files.readAttributes(root, BasicFileAttributes.class));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void register(Path folder) throws IOException {
    if (!folders.containsValue(folder)) {
      folders.put(folder.register(service, KINDS), folder);
    }
  }

  private static void put(Map<Path, Stamp> files, Path file, BasicFileAttributes is) {
    files.put(file, new Stamp(is.lastModifiedTime(), is.size()));
  }

  /** Ends the waiting. */
  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> files;

    Visitor(Map<Path, Stamp> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
        throws IOException {
      register(folder);
      return FileVisitResult.CONTINUE;
    }

    // Editors put files of their own beside those that they save.
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
      var name = file.getFileName().toString();
      if (!name.startsWith(".") && !name.endsWith("~")) {
        put(files, file, is);
      }
      return FileVisitResult.CONTINUE;
    }

    // Gone since its folder was listed.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The root and what is below it, read without following a link: what lies behind one is not there.
 * Folders are asked about once, until they are {@link #forget forgotten}.
 */
final class Tree {
  enum Kind {
    ABSENT,
    FILE,
    FOLDER,
    LINK,
    OTHER,
    /** Whatever it is, one of the folders above is none: a link or a file. */
    HIDDEN
  }

  /**
   * What stands at a path.
   *
   * @param kind what it is
   * @param sha256 of its content; {@link Step#ABSENT} for what is no file
   */
  record Entry(Kind kind, String sha256) {}

  /** Nothing at all. */
  static final Entry NOTHING = new Entry(Kind.ABSENT, Step.ABSENT);

  private static final Set<OpenOption> READING =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path root;
  private final Map<String, Kind> folders = new ConcurrentHashMap<>();

  /**
   * A tree of which nothing is known yet.
   *
   * @param root its real path
   */
  Tree(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path resolve(String path) {
    return root.resolve(path);
  }

  Entry entry(String path) throws IOException {
    return entry(path, new byte[0], "");
  }

  /** The same with the hash of a content, which is not hashed again where it stands there. */
  Entry entry(String path, byte[] content, String sha256) throws IOException {
    var folder = folder(parent(path));
    var kind = folder == Kind.FOLDER ? kind(path) : folder;
    if (kind != Kind.FILE) {
      return new Entry(kind, Step.ABSENT);
    }
    var bytes = bytes(path);
    boolean same = !sha256.isEmpty() && Arrays.equals(bytes, content);
    return new Entry(kind, same ? sha256 : Sha256.of(bytes));
  }

  /** The content of a file; empty when there is none. */
  Optional<byte[]> content(String path) throws IOException {
    return isFolder(parent(path)) && kind(path) == Kind.FILE
        ? Optional.of(bytes(path))
        : Optional.empty();
  }

  /** The first of the folders above a path that is something else, such as a link. */
  Optional<String> obstacle(String path) throws IOException {
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      var folder = path.substring(0, end);
      var kind = kind(folder);
      if (kind == Kind.ABSENT) {
        return Optional.empty();
      }
      if (kind != Kind.FOLDER) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /** Whether a folder is there, and all those above it are folders, too; the root is "". */
  boolean isFolder(String path) throws IOException {
    return folder(path) == Kind.FOLDER;
  }

  private Kind folder(String path) throws IOException {
    if (path.isEmpty()) {
      return Kind.FOLDER;
    }
    var known = folders.get(path);
    if (known != null) {
      return known;
    }
    var above = folder(parent(path));
    var kind = above == Kind.FOLDER ? kind(path) : above;
    if (kind != Kind.FOLDER && kind != Kind.ABSENT) {
      return Kind.HIDDEN;
    }
    folders.put(path, kind);
    return kind;
  }

  /** Asks about folders again, since some were made or removed. */
  void forget() {
    folders.clear();
  }

  /** The folder that a path lies in. */
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  Kind kind(String path) throws IOException {
    try {
      var found =
          Files.readAttributes(resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isSymbolicLink()) {
        return Kind.LINK;
      }
      return found.isDirectory() ? Kind.FOLDER : found.isRegularFile() ? Kind.FILE : Kind.OTHER;
    } catch (NoSuchFileException e) {
      return Kind.ABSENT;
    }
  }

  // As long as it is when it is opened: a stream would make and copy buffers for each file.
  private byte[] bytes(String path) throws IOException {
    try (var channel = FileChannel.open(resolve(path), READING)) {
      var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }
  }
}

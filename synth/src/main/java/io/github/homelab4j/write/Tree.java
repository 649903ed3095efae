package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The root and what is below it, read without following a link: what lies behind one is not there.
 *
 * @param root the real path of the root
 */
record Tree(Path root) {
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

  Path resolve(String path) {
    return root.resolve(path);
  }

  Entry entry(String path) throws IOException {
    if (obstacle(path).isPresent()) {
      return new Entry(Kind.HIDDEN, Step.ABSENT);
    }
    var kind = kind(path);
    return new Entry(kind, kind == Kind.FILE ? Sha256.of(bytes(path)) : Step.ABSENT);
  }

  /** The content of a file; empty when there is none. */
  Optional<byte[]> content(String path) throws IOException {
    return obstacle(path).isEmpty() && kind(path) == Kind.FILE
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

  private byte[] bytes(String path) throws IOException {
    try (var in = Files.newInputStream(resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }
}

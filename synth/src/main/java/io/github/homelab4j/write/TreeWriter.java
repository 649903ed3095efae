package io.github.homelab4j.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the files of a cluster's folder. {@code files.sha256} there lists what it wrote before, in
 * the form of {@code sha256sum}: only files that are listed and unedited are replaced or removed.
 */
public final class TreeWriter {
  private static final String OWNED = "files.sha256";

  private final Path folder;
  private final SortedMap<String, String> files;

  private TreeWriter(Path folder, SortedMap<String, String> files) {
    this.folder = folder;
    this.files = new TreeMap<>(files);
  }

  /**
   * Writes the files of a cluster; those that are the same are not touched.
   *
   * @return how many files were written or removed
   * @throws ForeignFilesException when files are in the way that this library did not write;
   *     nothing was written then
   */
  public static int write(Path folder, SortedMap<String, String> files) {
    try {
      return new TreeWriter(folder, files).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run() throws IOException {
    var owned = owned();
    var foreign = new ArrayList<String>();
    var writes = new ArrayList<String>();
    for (var file : files.entrySet()) {
      var current = read(file.getKey());
      if (current == null) {
        writes.add(file.getKey());
      } else if (!current.equals(file.getValue())) {
        writes.add(file.getKey());
        if (!sha256(current).equals(owned.get(file.getKey()))) {
          foreign.add(file.getKey());
        }
      }
    }
    var removals = owned.keySet().stream().filter(path -> !files.containsKey(path)).toList();
    for (var path : removals) {
      var current = read(path);
      if (current != null && !sha256(current).equals(owned.get(path))) {
        foreign.add(path);
      }
    }
    if (!foreign.isEmpty()) {
      throw new ForeignFilesException(folder, foreign);
    }
    // Rendered beside the folder first: a full disk is noticed before anything is replaced.
    Files.createDirectories(folder);
    var staging = Files.createTempDirectory(folder.toAbsolutePath().getParent(), ".homelab4j-");
    try {
      for (var path : writes) {
        put(staging.resolve(path), files.get(path));
      }
      put(staging.resolve(OWNED), listing());
      for (var path : writes) {
        move(staging.resolve(path), folder.resolve(path));
      }
      for (var path : removals) {
        remove(folder.resolve(path));
      }
      if (!writes.isEmpty() || !removals.isEmpty() || !listing().equals(read(OWNED))) {
        move(staging.resolve(OWNED), folder.resolve(OWNED));
      }
    } finally {
      delete(staging);
    }
    return writes.size() + removals.size();
  }

  private SortedMap<String, String> owned() throws IOException {
    var owned = new TreeMap<String, String>();
    var listing = read(OWNED);
    if (listing != null) {
      listing
          .lines()
          .filter(line -> line.length() > 66)
          .forEach(line -> owned.put(line.substring(66), line.substring(0, 64)));
    }
    return owned;
  }

  private String listing() {
    var text = new StringBuilder();
    files.forEach(
        (path, content) -> text.append(sha256(content)).append("  ").append(path).append('\n'));
    return text.toString();
  }

  private String read(String path) throws IOException {
    var file = folder.resolve(path);
    return Files.isRegularFile(file) ? Files.readString(file) : null;
  }

  private static void put(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    for (var parent = file.getParent(); !parent.equals(folder); parent = parent.getParent()) {
      try (var rest = Files.list(parent)) {
        if (rest.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(parent);
    }
  }

  private static void delete(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String sha256(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Files that stand where ours would go, or that were edited since we wrote them. */
  public static final class ForeignFilesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignFilesException(Path folder, List<String> files) {
      super(
          "%s has files that were not written by homelab4j, or were edited since: %s: move them away, or restore them with git checkout; nothing was written"
              .formatted(folder, String.join(", ", files)));
    }
  }
}

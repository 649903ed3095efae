package io.github.homelab4j.change;

import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.write.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A cluster's folder as a run wrote it: which files, with which bytes, and the objects in them.
 * Only what is asked for is read: the listing {@code files.sha256} tells which files are others by
 * now.
 */
public final class CommittedTree {
  private static final String LISTING = "files.sha256";
  private static final int HASH = 64;

  private final SortedMap<String, String> hashes;
  private final Predicate<String> isThere;
  private final Function<String, String> contents;
  private final Map<String, List<Committed>> objects = new HashMap<>();
  private final Map<String, Supplier<List<Emitted>>> known = new HashMap<>();
  private final Map<String, List<Emitted>> parsed = new HashMap<>();
  private Owners owners;

  private CommittedTree(
      SortedMap<String, String> hashes,
      Predicate<String> isThere,
      Function<String, String> contents) {
    this.hashes = hashes;
    this.isThere = isThere;
    this.contents = contents;
  }

  /** The tree of a folder; an empty one where nothing was written yet. */
  public static CommittedTree read(Path folder) {
    var hashes = new TreeMap<String, String>();
    text(folder.resolve(LISTING))
        .lines()
        .filter(line -> line.length() > HASH + 2)
        .forEach(line -> hashes.put(line.substring(HASH + 2), line.substring(0, HASH)));
    return new CommittedTree(
        hashes,
        path -> Files.isRegularFile(folder.resolve(path)),
        path -> text(folder.resolve(path)));
  }

  /** The tree of files in memory. */
  public static CommittedTree of(SortedMap<String, String> files) {
    return of(files, new CommittedTree(new TreeMap<>(), path -> false, path -> ""));
  }

  /** The same after another one: what is known of files that are the same is not made again. */
  public static CommittedTree of(SortedMap<String, String> files, CommittedTree before) {
    var tree =
        new CommittedTree(
            new TreeMap<>(), files::containsKey, path -> files.getOrDefault(path, ""));
    files.forEach(
        (path, content) -> {
          boolean same = before.content(path).equals(content) && before.hashes.containsKey(path);
          tree.hashes.put(path, same ? before.hashes.get(path) : sha256(content));
          if (same && before.parsed.containsKey(path)) {
            tree.parsed.put(path, before.parsed.get(path));
          }
        });
    return tree;
  }

  /** Whether nothing was written yet. */
  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** Its files, by their path below the cluster's folder. */
  public SortedSet<String> files() {
    return Collections.unmodifiableSortedSet(new TreeMap<>(hashes).navigableKeySet());
  }

  /** Whether a file was written with these contents. */
  public boolean holds(String path, String content) {
    var hash = hashes.get(path);
    return hash != null && hash.equals(sha256(content));
  }

  /** Says what objects a file holds as it was written, so that it need not be read. */
  void know(String path, Supplier<List<Emitted>> held) {
    known.put(path, held);
  }

  /** What stands in a file; empty when there is none. */
  public String content(String path) {
    return contents.apply(path);
  }

  /** The objects of a file; none of one that is no manifest, or is gone. */
  public List<Committed> objects(String path) {
    return objects.computeIfAbsent(path, this::read);
  }

  /** All objects, in the order of their files. */
  public List<Committed> objects() {
    return hashes.keySet().stream().flatMap(path -> objects(path).stream()).toList();
  }

  private List<Committed> read(String path) {
    if (!Documents.isManifest(path)) {
      return List.of();
    }
    var kustomization = owners().of(path);
    return documents(path).stream()
        .map(object -> new Committed(object, kustomization, path))
        .toList();
  }

  private List<Emitted> documents(String path) {
    var held = known.get(path);
    return held != null && isThere.test(path)
        ? held.get()
        : parsed.computeIfAbsent(path, key -> Documents.of(contents.apply(key)));
  }

  private Owners owners() {
    if (owners == null) {
      owners = Owners.of(hashes.keySet(), this::documents);
    }
    return owners;
  }

  private static String sha256(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

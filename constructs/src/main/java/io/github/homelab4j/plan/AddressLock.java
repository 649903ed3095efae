package io.github.homelab4j.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.InvalidPropsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The addresses that pools chose before, as {@code <homelab>.lock.yaml} records them: a map of
 * pools, each a map of reservations.
 */
public final class AddressLock {
  /** How the file's name ends. */
  public static final String SUFFIX = ".lock.yaml";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ThreadLocal<Path> FOLDER = new ThreadLocal<>();

  private final Map<String, Recorded> pools;

  private AddressLock(Map<String, Recorded> pools) {
    this.pools = pools;
  }

  /** Makes plans with the locks of a folder; without it those of {@code clusters/} are taken. */
  public static <T> T in(Path folder, Supplier<T> plans) {
    var before = FOLDER.get();
    FOLDER.set(folder);
    try {
      return plans.get();
    } finally {
      FOLDER.set(before);
    }
  }

  /** The folder that plans are made with at the moment. */
  static Optional<Path> folder() {
    return Optional.ofNullable(FOLDER.get());
  }

  /**
   * The locks of a folder, or without one of the next {@code clusters/} with one that lies in the
   * working directory or above it.
   *
   * @throws InvalidPropsException when a file is not of this form, or two have the same pool
   */
  static AddressLock of(Optional<Path> folder) {
    try {
      var pools = new TreeMap<String, Recorded>();
      for (var file : files(folder)) {
        read(file, pools);
      }
      return new AddressLock(pools);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Optional<Path> folder) throws IOException {
    if (folder.isPresent()) {
      return files(folder.get());
    }
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var found = files(at.resolve("clusters"));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static void read(Path file, Map<String, Recorded> pools) throws IOException {
    JsonNode tree;
    try {
      tree = YAML.readTree(Files.readString(file));
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw unreadable(file);
    }
    for (var pool : tree.properties()) {
      var name = file.getFileName().toString();
      var before = pools.put(pool.getKey(), new Recorded(Optional.of(name), pool.getValue()));
      if (before != null) {
        throw new InvalidPropsException(
            "pool %s has addresses in %s and in %s: pools of one repository have names of their own: rename one"
                .formatted(pool.getKey(), before.file().orElseThrow(), name));
      }
      if (!pool.getValue().isObject()) {
        throw unreadable(file);
      }
    }
  }

  private static InvalidPropsException unreadable(Path file) {
    return new InvalidPropsException(
        "%s is not a map of pools with a map of names and addresses each: restore it with git checkout"
            .formatted(file.getFileName()));
  }

  Recorded of(String pool) {
    return pools.getOrDefault(pool, new Recorded(Optional.empty(), YAML.createObjectNode()));
  }

  /** What a lock says of a pool. */
  record Recorded(Optional<String> file, JsonNode addresses) {
    Optional<String> address(String reservation) {
      return Optional.ofNullable(addresses.get(reservation)).map(JsonNode::asText);
    }
  }
}

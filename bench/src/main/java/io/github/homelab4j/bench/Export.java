package io.github.homelab4j.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What we wrote, as JSON for those who write the same: every object of the tree, also Flux's
 * Kustomizations and Kustomize's own files, with the folder of its component and a name for its
 * file.
 */
public final class Export {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = new ObjectMapper();

  private Export() {}

  /**
   * An object.
   *
   * @param cluster its cluster
   * @param chart the folder of its component, as a name
   * @param file a name for the file that holds it alone
   */
  public record Item(String cluster, String chart, String file, JsonNode object) {}

  /** Reads all objects of a tree of clusters, in the order of their paths. */
  public static List<Item> read(Path clusters) throws IOException {
    var items = new ArrayList<Item>();
    try (var files = Files.walk(clusters)) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        var path = clusters.relativize(file).toString().replace('\\', '/');
        // Files of machines have objects of their own, which Flux does not read.
        if (!path.contains("/hosts/")) {
          items.addAll(objects(path, Files.readString(file)));
        }
      }
    }
    return items;
  }

  /** Writes the objects as peers read them. */
  static void write(List<Item> items, Path file) {
    try {
      JSON.writeValue(file.toFile(), items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Item> objects(String path, String text) throws IOException {
    var items = new ArrayList<Item>();
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(text)) {
      for (var object : documents.readAll()) {
        // Values for bootstrap and locks of addresses are no objects.
        if (object.has("apiVersion") && object.has("kind")) {
          items.add(item(path, items.size(), object));
        }
      }
    }
    return items;
  }

  private static Item item(String path, int number, ObjectNode object) {
    var slug = slug(path.substring(0, path.length() - ".yaml".length()));
    // Kustomize's own files have no name, and each peer wants one.
    if (object.at("/metadata/name").isMissingNode()) {
      object.withObject("/metadata").put("name", slug);
    }
    var parts = path.split("/");
    var chart = slug(String.join("/", List.of(parts).subList(0, Math.min(4, parts.length - 1))));
    return new Item(parts[0], chart, "%s-%s.yaml".formatted(slug, number), object);
  }

  private static String slug(String path) {
    return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}

package io.github.homelab4j.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.graph.Emitted;
import java.io.IOException;
import java.util.List;

/** What stands in a written file. */
final class Documents {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Documents() {}

  /** Whether Flux reads it: not what is for machines outside or for the time before Flux. */
  static boolean isManifest(String path) {
    return path.endsWith(".yaml")
        && !path.endsWith("/kustomization.yaml")
        && !path.startsWith("bootstrap/")
        && !path.startsWith("hosts/");
  }

  // A file that somebody broke by hand is not ours to judge: the writer refuses to replace it.
  static List<Emitted> of(String text) {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(text)) {
      return all.readAll().stream()
          .filter(tree -> tree.isObject() && tree.has("kind"))
          .map(Emitted::foreign)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

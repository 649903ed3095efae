package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A chart as its maintainers ship it.
 *
 * @param name its name
 * @param version the version of what lies in the folder
 * @param values its default values
 * @param schema its schema of values, when it has one
 * @param subcharts the default values of charts it is made of, by the key that they stand under
 */
record Chart(String name, String version, JsonNode values, Optional<JsonNode> schema, Map<String, JsonNode> subcharts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 10_000;
  private static final int LARGE = 50_000_000;

  /** The chart in a folder of charts; its subcharts are looked for beside it and in its own folder {@code charts}. */
  static Chart read(Path charts, String folder) {
    var home = charts.resolve(folder);
    var meta = yaml(home.resolve("Chart.yaml"));
    var subcharts = new TreeMap<String, JsonNode>();
    for (var dependency : meta.path("dependencies")) {
      var name = dependency.path("name").asText();
      // A chart may have a part of its own name, as gitlab has: that is not the chart beside it.
      var places = new ArrayList<>(List.of(home.resolve("charts").resolve(name)));
      if (!name.equals(folder)) {
        places.add(charts.resolve(name));
      }
      places.stream()
          .map(place -> place.resolve("values.yaml"))
          .filter(Files::isRegularFile)
          .findFirst()
          .ifPresent(file -> subcharts.put(dependency.path("alias").asText(name), yaml(file)));
    }
    var schema = home.resolve("values.schema.json");
    return new Chart(
        meta.path("name").asText(folder),
        meta.path("version").asText("?"),
        yaml(home.resolve("values.yaml")),
        Files.isRegularFile(schema) ? Optional.of(json(schema)) : Optional.empty(),
        subcharts);
  }

  /** Whether the folder of charts has it. */
  static boolean exists(Path charts, String folder) {
    return Files.isRegularFile(charts.resolve(folder).resolve("values.yaml"));
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Not Jackson's reader: charts use anchors and merge keys.
  static JsonNode yaml(Path file) {
    if (!Files.isRegularFile(file)) {
      return JsonNodeFactory.instance.objectNode();
    }
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(MANY);
    options.setCodePointLimit(LARGE);
    try (var text = Files.newBufferedReader(file)) {
      var tree = JSON.<JsonNode>valueToTree(new Yaml(new SafeConstructor(options)).load(text));
      return tree == null || tree.isNull() ? JsonNodeFactory.instance.objectNode() : tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A chart as its maintainers ship it.
 *
 * @param name its name
 * @param version the version of what lies in the folder
 * @param values its default values
 * @param commented the keys that its values show in comments only
 * @param schema its schema of values, when it has one
 * @param subcharts the charts it is made of, as far as they are at hand, by the key that their
 *     values stand under
 * @param absent the keys of those that are not at hand
 */
record Chart(
    String name,
    String version,
    JsonNode values,
    JsonNode commented,
    Optional<JsonNode> schema,
    Map<String, Chart> subcharts,
    Set<String> absent) {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Istio's charts keep their defaults below this, and take values without it.
  private static final String WRAPPING = "_internal_defaults_do_not_set";
  private static final int MANY = 10_000;
  private static final int LARGE = 50_000_000;

  /**
   * The chart in a folder of charts; its subcharts are looked for in its own folder {@code charts},
   * where {@code helm pull --untar} puts them, and beside it.
   */
  static Chart read(Path charts, String folder) {
    var home = charts.resolve(folder);
    var meta = yaml(home.resolve("Chart.yaml"));
    var subcharts = new TreeMap<String, Chart>();
    var absent = new TreeSet<String>();
    // Helm takes every chart in there, whether Chart.yaml names it or not.
    var own = home.resolve("charts");
    folders(own).forEach(name -> subcharts.put(name, read(own, name)));
    for (var dependency : meta.path("dependencies")) {
      var name = dependency.path("name").asText();
      // A chart may have a part of its own name, as gitlab has: that is not the chart beside it.
      var place =
          exists(own, name) ? own : exists(charts, name) && !name.equals(folder) ? charts : null;
      var key = dependency.path("alias").asText(name);
      if (place != null) {
        subcharts.put(key, read(place, name));
      } else if (!subcharts.containsKey(key)) {
        absent.add(key);
      }
    }
    var schema = home.resolve("values.schema.json");
    return new Chart(
        meta.path("name").asText(folder),
        meta.path("version").asText("?"),
        unwrapped(yaml(home.resolve("values.yaml"))),
        unwrapped(CommentedKeys.in(lines(home.resolve("values.yaml")))),
        Files.isRegularFile(schema) ? Optional.of(json(schema)) : Optional.empty(),
        subcharts,
        absent);
  }

  /**
   * Everything that shows its keys: its own values, what they have in comments, and the same of
   * each subchart below its key.
   */
  List<JsonNode> shown() {
    var shown = new ArrayList<>(List.of(values, commented));
    // An empty map says that it takes everything; a subchart without values does not say that.
    subcharts.forEach(
        (key, subchart) ->
            subchart.shown().stream()
                .filter(tree -> !tree.isEmpty())
                .forEach(tree -> shown.add(JSON.createObjectNode().set(key, tree))));
    return shown;
  }

  private static JsonNode unwrapped(JsonNode values) {
    return values.has(WRAPPING) ? values.get(WRAPPING) : values;
  }

  /** Whether the folder of charts has it. */
  static boolean exists(Path charts, String folder) {
    return Files.isRegularFile(charts.resolve(folder).resolve("values.yaml"));
  }

  private static List<String> folders(Path charts) {
    if (!Files.isDirectory(charts)) {
      return List.of();
    }
    try (var all = Files.list(charts)) {
      return all.map(folder -> folder.getFileName().toString())
          .filter(name -> exists(charts, name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

package io.github.homelab4j.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A field of pods that a chart's templates fill: from its values, or always with the same.
 *
 * @param field the field, as JSON pointer
 * @param path where the values tell it, in dots; empty when they do not
 * @param otherwise what it is when we do not tell it: null when the field is absent then, missing
 *     when that is not known
 */
public record ChartSetting(String field, String path, JsonNode otherwise) {
  private static final YAMLMapper YAML = new YAMLMapper();
  // The same few texts are read for each cluster.
  private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

  /** Told by a value whose default is not known. */
  public static ChartSetting told(String field, String path) {
    return new ChartSetting(field, path, MissingNode.getInstance());
  }

  /** Told by a value; its default in YAML, spelled as the chart does, is {@code null} for none. */
  public static ChartSetting told(String field, String path, String otherwise) {
    return new ChartSetting(field, path, yaml(otherwise));
  }

  /** Always the same, in YAML. */
  public static ChartSetting fixed(String field, String value) {
    return new ChartSetting(field, "", yaml(value));
  }

  /** Whether values tell it. */
  public boolean isTold() {
    return !path.isEmpty();
  }

  /**
   * What the field is with these values: null when it is absent, missing when that is not known.
   */
  public JsonNode in(JsonNode values) {
    var told = isTold() ? at(values) : MissingNode.getInstance();
    return told.isMissingNode() ? otherwise : merged(otherwise, told);
  }

  private JsonNode at(JsonNode values) {
    var node = values;
    for (var key : path.split("\\.")) {
      node = node.path(key);
    }
    return node;
  }

  // As Helm does it: maps are merged, and null takes a default away.
  private static JsonNode merged(JsonNode defaults, JsonNode told) {
    if (!(defaults instanceof ObjectNode) || !(told instanceof ObjectNode)) {
      return told;
    }
    var all = (ObjectNode) defaults.deepCopy();
    told.fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isNull()) {
                all.remove(field.getKey());
              } else {
                all.set(field.getKey(), merged(all.path(field.getKey()), field.getValue()));
              }
            });
    return all;
  }

  private static JsonNode yaml(String text) {
    return READ.computeIfAbsent(text, ChartSetting::read);
  }

  private static JsonNode read(String text) {
    try {
      var node = YAML.readTree(text);
      return node.isMissingNode() ? NullNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'%s' is not YAML: correct it".formatted(text), e);
    }
  }
}

package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares values with the chart that gets them: Helm takes a misspelt key without a word. */
final class ValuesCheck {
  // Maps that are passed on to Kubernetes as they are, also where the chart's default already holds
  // something.
  private static final Pattern FREE_FORM =
      Pattern.compile(
          "(?i)nodeSelector|affinity|tolerations|resources|.*annotations|.*labels|.*securityContext|securityContextConstraints|strategy"
              + "|updateStrategy|extra[A-Z].*|env|envFrom|.*(liveness|readiness|startup)Probe|volumeClaimTemplates|podTemplate");
  private static final Map<String, SpecVersion.VersionFlag> VERSIONS =
      Map.of(
          "2019-09",
          SpecVersion.VersionFlag.V201909,
          "2020-12",
          SpecVersion.VersionFlag.V202012,
          "draft-06",
          SpecVersion.VersionFlag.V6);

  private ValuesCheck() {}

  /**
   * Keys that the chart does not have, as dotted paths; only the first unknown key of a path,
   * {@code []} for the items of a list.
   *
   * @param exceptions paths that are right nevertheless, with all that is below them
   */
  static List<String> unknownKeys(JsonNode values, Chart chart, Set<String> exceptions) {
    var unknown = new ArrayList<String>();
    walk("", values, chart.shown(), exceptions, unknown);
    return unknown;
  }

  private static void walk(
      String path,
      JsonNode values,
      List<JsonNode> defaults,
      Set<String> exceptions,
      List<String> unknown) {
    values
        .properties()
        .forEach(
            entry -> {
              var key = entry.getKey();
              var at = path.isEmpty() ? escape(key) : path + "." + escape(key);
              var found =
                  defaults.stream().map(node -> node.get(key)).filter(Objects::nonNull).toList();
              var leadsToException =
                  exceptions.stream()
                      .anyMatch(
                          exception ->
                              exception.startsWith(at + ".") || exception.startsWith(at + "[]."));
              if (exceptions.contains(at)) {
                return;
              } else if (found.isEmpty() && !leadsToException) {
                unknown.add(at);
              } else if (!FREE_FORM.matcher(key).matches()
                  && found.stream().noneMatch(ValuesCheck::isFree)) {
                inside(at, entry.getValue(), found, exceptions, unknown, leadsToException);
              }
            });
  }

  private static void inside(
      String at,
      JsonNode value,
      List<JsonNode> found,
      Set<String> exceptions,
      List<String> unknown,
      boolean leadsToException) {
    if (value.isObject() && found.stream().noneMatch(JsonNode::isObject) && !leadsToException) {
      unknown.add(at + " (the chart has no map there)");
    } else if (value.isObject()) {
      walk(at, value, found, exceptions, unknown);
    } else if (value.isArray()) {
      // What the chart's own items have tells what an item can have.
      var items =
          found.stream()
              .filter(JsonNode::isArray)
              .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
              .filter(JsonNode::isObject)
              .toList();
      if (!items.isEmpty()) {
        var unknownOfItems = new ArrayList<String>();
        value.forEach(item -> walk(at + "[]", item, items, exceptions, unknownOfItems));
        unknownOfItems.stream().distinct().forEach(unknown::add);
      }
    }
  }

  private static boolean isFree(JsonNode node) {
    return node.isNull() || node.isObject() && node.isEmpty();
  }

  private static String escape(String key) {
    return key.replace(".", "\\.");
  }

  /** What Helm validates: the chart's defaults with our values over them; null takes a key away. */
  static JsonNode merged(JsonNode defaults, JsonNode values) {
    if (!defaults.isObject() || !values.isObject()) {
      return values.deepCopy();
    }
    var merged = (ObjectNode) defaults.deepCopy();
    values
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
              } else {
                var base = merged.get(entry.getKey());
                merged.set(
                    entry.getKey(),
                    base == null ? entry.getValue().deepCopy() : merged(base, entry.getValue()));
              }
            });
    return merged;
  }

  /**
   * What a schema finds wrong; references to schemas elsewhere accept everything, since no test
   * needs a network.
   */
  static List<String> violations(JsonNode schema, JsonNode value, Set<String> ignoredRules) {
    var local = (ObjectNode) withoutRemoteReferences(schema.deepCopy());
    var dialect = local.path("$schema").asText();
    local.remove(List.of("$schema", "$id", "id"));
    var version =
        VERSIONS.entrySet().stream()
            .filter(entry -> dialect.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(SpecVersion.VersionFlag.V7);
    var validator =
        JsonSchemaFactory.getInstance(version)
            .getSchema(local, SchemaValidatorsConfig.builder().build());
    return validator.validate(value).stream()
        .filter(message -> !ignoredRules.contains(message.getType()))
        .map(ValidationMessage::getMessage)
        .sorted()
        .collect(Collectors.toList());
  }

  private static JsonNode withoutRemoteReferences(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("$ref").asText().matches("https?://.*")) {
        object.removeAll();
      }
      object.forEach(ValuesCheck::withoutRemoteReferences);
    } else if (node instanceof ArrayNode array) {
      array.forEach(ValuesCheck::withoutRemoteReferences);
    }
    return node;
  }
}

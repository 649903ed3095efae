package io.github.homelab4j.hosts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Keys and values of a YAML file, compared with what a vendor documents. */
final class YamlFile {
  /** Yes or no. */
  static final Predicate<JsonNode> SWITCH = JsonNode::isBoolean;

  /** A number from 0. */
  static final Predicate<JsonNode> NUMBER = node -> node.isInt() && node.asInt() >= 0;

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private YamlFile() {}

  static JsonNode read(WrittenFile file) throws IOException {
    return YAML.readTree(file.file().toFile());
  }

  /** A text of a form. */
  static Predicate<JsonNode> text(String form) {
    var pattern = Pattern.compile(form);
    return node -> node.isTextual() && pattern.matcher(node.asText()).matches();
  }

  /** A list of what is of a form. */
  static Predicate<JsonNode> list(Predicate<JsonNode> form) {
    return node -> {
      var items = new ArrayList<JsonNode>();
      node.forEach(items::add);
      return node.isArray() && !node.isEmpty() && items.stream().allMatch(form);
    };
  }

  /** Keys that are not known, and values that are not of their form. */
  static List<String> findings(
      String where, JsonNode tree, Map<String, Predicate<JsonNode>> grammar) {
    var findings = new ArrayList<String>();
    if (!tree.isObject()) {
      findings.add("%sis no map of keys".formatted(where));
    }
    tree.fields()
        .forEachRemaining(
            field -> {
              var form = grammar.get(field.getKey());
              if (form == null) {
                findings.add("%s%s is no key".formatted(where, field.getKey()));
              } else if (!form.test(field.getValue())) {
                findings.add(
                    "%s%s cannot be %s".formatted(where, field.getKey(), field.getValue()));
              }
            });
    return findings;
  }
}

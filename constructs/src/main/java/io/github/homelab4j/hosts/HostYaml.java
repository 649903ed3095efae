package io.github.homelab4j.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** YAML of typed records: fields in their order, absent ones left out, read back once written. */
final class HostYaml {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private HostYaml() {}

  /** A record as one document. */
  static String document(Object value) {
    JsonNode tree = Json.tree(value);
    try {
      var text = YAML.writeValueAsString(tree);
      if (!YAML.readTree(text).equals(YAML.readTree(tree.toString()))) {
        throw new IllegalStateException("YAML that reads as something else: " + text);
      }
      return text;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records as the documents of one file. */
  static String documents(List<?> values) {
    var texts = new ArrayList<String>();
    values.forEach(value -> texts.add(document(value)));
    return String.join("---\n", texts);
  }
}

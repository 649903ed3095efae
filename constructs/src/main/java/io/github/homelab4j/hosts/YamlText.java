package io.github.homelab4j.hosts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.Json;

/**
 * Records as YAML that programs of machines read; what could be taken for something else is quoted.
 */
final class YamlText {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(Feature.WRITE_DOC_START_MARKER)
              .disable(Feature.SPLIT_LINES)
              .enable(Feature.MINIMIZE_QUOTES)
              .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private YamlText() {}

  static String of(Object value) {
    try {
      return YAML.writeValueAsString(Json.tree(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

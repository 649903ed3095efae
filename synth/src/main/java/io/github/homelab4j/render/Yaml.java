package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.core.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * YAML that every reader takes for what was meant: a text stays plain only when no reader of YAML
 * 1.1 or 1.2 can take it for anything but a text, line breaks become literal blocks where that is
 * safe, and everything else is double-quoted. Nothing is folded, wrapped, tagged or aliased.
 */
public final class Yaml {
  private static final ObjectMapper MAPPER = new ObjectMapper(PlainYamlFactory.create());

  private Yaml() {}

  /** An object or a tree as one YAML document. */
  public static String write(Object value) {
    JsonNode tree = value instanceof JsonNode node ? node : Json.tree(value);
    try {
      // Go's reader loses its place where its buffer happens to begin with a raw byte order mark;
      // all that have one stand in double quotes.
      return MAPPER.writeValueAsString(tree).replace("\uFEFF", "\\ufeff");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of one or more objects or trees, read back by another parser.
   *
   * @param path what a mismatch names
   * @param head comment lines above the first document, each with its line end
   * @throws YamlMismatchException if that parser reads anything else than what was meant
   */
  public static String file(String path, String head, List<?> values) {
    var documents =
        values.stream()
            .map(value -> value instanceof JsonNode node ? node : (JsonNode) Json.tree(value))
            .toList();
    var text =
        documents.stream()
            .map(Yaml::write)
            .collect(Collectors.joining("---\n", head + "---\n", ""));
    ReadBack.difference(text, documents)
        .ifPresent(
            difference -> {
              throw new YamlMismatchException(path, difference);
            });
    return text;
  }
}

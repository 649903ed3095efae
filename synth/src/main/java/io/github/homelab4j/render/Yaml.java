package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * YAML that every reader takes for what was meant: a text stays plain only when no reader of YAML
 * 1.1 or 1.2 can take it for anything but a text, line breaks become literal blocks where that is
 * safe, and everything else is double-quoted. Nothing is folded, wrapped, tagged or aliased.
 */
public final class Yaml {
  private Yaml() {}

  /** An object or a tree as one YAML document. */
  public static String write(Object value) {
    var out = new StringBuilder();
    new YamlWriter(out).document(tree(value));
    return out.toString();
  }

  /**
   * A file of one or more objects or trees, read back by what shares no code with the writer.
   *
   * @param path what a mismatch names
   * @param head comment lines above the first document, each with its line end
   * @throws YamlMismatchException if it reads as anything else than what was meant
   */
  public static String file(String path, String head, List<?> values) {
    var documents = new ArrayList<JsonNode>();
    var out = new StringBuilder(4_096).append(head);
    for (var value : values) {
      var tree = tree(value);
      documents.add(tree);
      new YamlWriter(out.append("---\n")).document(tree);
    }
    var text = out.toString();
    var difference = ReadBack.difference(text, documents);
    if (difference.isPresent()) {
      throw new YamlMismatchException(path, difference.get());
    }
    return text;
  }

  private static JsonNode tree(Object value) {
    return value instanceof JsonNode node ? node : Json.tree(value);
  }
}

package io.github.homelab4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Prints answers: aligned columns for people, JSON for programs. */
final class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Answers() {}

  /** Records as indented JSON. */
  static String json(Object value) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows with columns as wide as their widest cell; the last is as long as it is. */
  static String table(List<List<String>> rows) {
    var text = new StringBuilder();
    for (var row : rows) {
      for (int column = 0; column < row.size() - 1; column++) {
        var cell = row.get(column);
        text.append(cell).append(" ".repeat(width(rows, column) - cell.length() + 2));
      }
      text.append(row.get(row.size() - 1)).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}

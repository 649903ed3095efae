package io.github.homelab4j.render;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page of headings, sentences and tables. */
public final class Markdown {
  private final StringBuilder out = new StringBuilder();

  /** A line, and an empty one before it unless it is the first. */
  public Markdown paragraph(String text) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append(text).append('\n');
    return this;
  }

  /** A list, an item a line; nothing when it has none. */
  public Markdown list(List<String> items) {
    return items.isEmpty() ? this : paragraph("- " + String.join("\n- ", items));
  }

  /** A list whose order counts; nothing when it has no items. */
  public Markdown steps(List<String> items) {
    return items.isEmpty()
        ? this
        : paragraph(
            IntStream.range(0, items.size())
                .mapToObj(index -> "%s. %s".formatted(index + 1, items.get(index)))
                .collect(Collectors.joining("\n")));
  }

  /** A section with a table; nothing when it has no rows. */
  public Markdown table(String title, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    paragraph("## " + title).paragraph(row(columns).stripTrailing());
    out.append("|---".repeat(columns.size())).append("|\n");
    rows.forEach(cells -> out.append(row(cells)).append('\n'));
    return this;
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Texts as code, one after the other. */
  public static String code(Stream<?> values) {
    return values.map(value -> "`" + value + "`").collect(Collectors.joining(", "));
  }

  /** A text as code. */
  public static String code(Object value) {
    return "`" + value + "`";
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

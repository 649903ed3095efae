package io.github.homelab4j.bench;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, whose columns line up for who reads it as text. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** Begins a table. */
  Table(String... heads) {
    rows.add(List.of(heads));
  }

  /** One more row, with as many cells as there are heads. */
  Table row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "a row of %s cells does not fit under %s heads: %s"
              .formatted(cells.length, rows.get(0).size(), List.of(cells)));
    }
    rows.add(List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList());
    return this;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append(line(rows.get(i), " "));
      if (i == 0) {
        text.append(line(rows.get(0).stream().map(head -> "").toList(), "-"));
      }
    }
    return text.toString();
  }

  private String line(List<String> cells, String fill) {
    var line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      int width = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      var cell = cells.get(i);
      line.append(fill).append(cell).append(fill.repeat(width - cell.length() + 1)).append('|');
    }
    return line.append('\n').toString();
  }
}

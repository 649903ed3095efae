package io.github.homelab4j.render;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** Writes a tree as {@link Yaml} says; two columns a level, lists two further than their key. */
final class YamlWriter {
  // Longer ones are written as `? key` and `: value`: readers look no further for the colon.
  private static final int LONGEST_KEY = 127;

  private final StringBuilder out;

  YamlWriter(StringBuilder out) {
    this.out = out;
  }

  /** One document, with the end of its last line. */
  void document(JsonNode tree) {
    if (isBlock(tree)) {
      block(tree, 0);
    } else {
      scalar(tree, 2);
    }
  }

  private static boolean isBlock(JsonNode node) {
    return node.isContainerNode() && !node.isEmpty();
  }

  // The text stands where the first line begins, at this column.
  private void block(JsonNode node, int column) {
    if (node.isArray()) {
      out.append("  ");
      list(node, column + 2);
    } else {
      map(node, column);
    }
  }

  private void map(JsonNode map, int column) {
    var first = true;
    for (Iterator<Map.Entry<String, JsonNode>> all = map.fields(); all.hasNext(); first = false) {
      var member = all.next();
      if (!first) {
        YamlText.indent(column, out);
      }
      member(member.getKey(), member.getValue(), column);
    }
  }

  private void member(String key, JsonNode value, int column) {
    if (Scalars.isPlainKey(key)) {
      out.append(key);
    } else if (isOnOneLine(key)) {
      YamlText.quote(key, out);
    } else {
      out.append("? ");
      YamlText.quote(key, out);
      out.append('\n');
      YamlText.indent(column, out);
      out.append(": ");
      item(value, column + 2);
      return;
    }
    out.append(':');
    if (!isBlock(value)) {
      out.append(' ');
      scalar(value, column + 2);
      return;
    }
    out.append('\n');
    YamlText.indent(column + 2, out);
    if (value.isArray()) {
      list(value, column + 2);
    } else {
      map(value, column + 2);
    }
  }

  private static boolean isOnOneLine(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST_KEY
        && key.chars().noneMatch(c -> c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  private void list(JsonNode list, int column) {
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        YamlText.indent(column, out);
      }
      out.append("- ");
      item(list.get(i), column + 2);
    }
  }

  // On the line of its dash or colon.
  private void item(JsonNode value, int column) {
    if (isBlock(value)) {
      block(value, column);
    } else {
      scalar(value, column);
    }
  }

  private void scalar(JsonNode value, int column) {
    switch (value.getNodeType()) {
      case OBJECT -> out.append("{}");
      case ARRAY -> out.append("[]");
      case NULL, BOOLEAN -> out.append(value.asText());
      case NUMBER -> out.append(number(value));
      default -> {
        YamlText.write(value.asText(), column, out);
        return;
      }
    }
    out.append('\n');
  }

  // Jackson's own digits: those of Double.toString differ between JDK 17 and 19.
  private static String number(JsonNode number) {
    if (number.isFloat()) {
      return Scalars.decimal(NumberOutput.toString(number.floatValue(), true));
    }
    if (number.isDouble()) {
      return Scalars.decimal(NumberOutput.toString(number.doubleValue(), true));
    }
    return number.isBigDecimal()
        ? Scalars.decimal(number.decimalValue().toString())
        : number.asText();
  }
}

package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Proves of most files that they are what was meant, so that no parser needs to read them: it goes
 * through a file beside the tree, and knows only the part of YAML in which all readers agree. It
 * shares no code with the writer. What it does not know says nothing: a parser decides then.
 *
 * <p>It knows comments above the first document; maps and lists in block form, two columns a level,
 * lists two further than their key; {@code {}} and {@code []} where they are empty; true, false and
 * whole numbers; and the texts of {@link StrictText}.
 */
final class StrictReader {
  // With its escapes a key is at most twice as long: all readers look that far for its colon.
  private static final int LONGEST_KEY = 120;
  // Readers in JavaScript keep no more digits.
  private static final long LARGEST_NUMBER = (1L << 53) - 1;

  private final StrictText file;

  private StrictReader(String file) {
    this.file = new StrictText(file);
  }

  /** Whether a file certainly is these documents; otherwise it may be, or may not. */
  static boolean isCertain(String file, List<JsonNode> documents) {
    return !documents.isEmpty() && new StrictReader(file).isCertain(documents);
  }

  private boolean isCertain(List<JsonNode> documents) {
    file.comments();
    for (var document : documents) {
      if (!document(document)) {
        return false;
      }
    }
    return file.isAtEnd();
  }

  private boolean document(JsonNode meant) {
    return file.take("---\n") && meant.isObject() && !meant.isEmpty() && map(meant, 0);
  }

  // Maps and lists begin where their first line is indented already.
  private boolean map(JsonNode meant, int column) {
    var first = true;
    for (var members = meant.fields(); members.hasNext(); first = false) {
      var member = members.next();
      if (!(first || file.indent(column))
          || !key(member.getKey())
          || !value(member.getValue(), column + 2)) {
        return false;
      }
    }
    return true;
  }

  private boolean key(String meant) {
    return !meant.isEmpty() && meant.length() <= LONGEST_KEY && file.key(meant) && file.take(':');
  }

  private boolean value(JsonNode meant, int column) {
    if (!isBlock(meant)) {
      return file.take(' ') && scalar(meant, column);
    }
    return file.take('\n')
        && file.indent(column)
        && (meant.isArray() ? list(meant, column) : map(meant, column));
  }

  private boolean list(JsonNode meant, int column) {
    for (int i = 0; i < meant.size(); i++) {
      if (!(i == 0 || file.indent(column)) || !file.take("- ") || !item(meant.get(i), column + 2)) {
        return false;
      }
    }
    return true;
  }

  private boolean item(JsonNode meant, int column) {
    if (!isBlock(meant)) {
      return scalar(meant, column);
    }
    return meant.isArray() ? file.indent(2) && list(meant, column + 2) : map(meant, column);
  }

  private static boolean isBlock(JsonNode meant) {
    return meant.isContainerNode() && !meant.isEmpty();
  }

  private boolean scalar(JsonNode meant, int column) {
    return switch (meant.getNodeType()) {
      case OBJECT -> file.take("{}\n");
      case ARRAY -> file.take("[]\n");
      case BOOLEAN -> file.take(meant.booleanValue() ? "true\n" : "false\n");
      case NUMBER -> isWhole(meant) && file.take(meant.longValue() + "\n");
      case STRING -> file.text(meant.textValue(), column);
      default -> false;
    };
  }

  private static boolean isWhole(JsonNode meant) {
    return meant.isIntegralNumber()
        && meant.canConvertToLong()
        && meant.longValue() <= LARGEST_NUMBER
        && meant.longValue() >= -LARGEST_NUMBER;
  }
}

package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a reader's JSON is what was meant: the same types and values. */
final class Likeness {
  private final boolean tellsWholeNumbers;

  Likeness(OutsideReader.Kind reader) {
    this.tellsWholeNumbers = reader.tellsWholeNumbers();
  }

  /** The first difference, with its JSON pointer. */
  Optional<String> difference(JsonNode meant, JsonNode read) {
    return difference("", meant, read);
  }

  private Optional<String> difference(String pointer, JsonNode meant, JsonNode read) {
    if (meant.isContainerNode()
        && meant.getNodeType() == read.getNodeType()
        && meant.size() == read.size()) {
      if (meant.isArray()) {
        for (int i = 0; i < meant.size(); i++) {
          var difference = difference(pointer + "/" + i, meant.get(i), read.get(i));
          if (difference.isPresent()) {
            return difference;
          }
        }
        return Optional.empty();
      }
      var keys = new TreeSet<String>();
      meant.fieldNames().forEachRemaining(keys::add);
      return keys.stream()
          .map(key -> difference(Pointers.child(pointer, key), meant.get(key), read.path(key)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return isSame(meant, read)
        ? Optional.empty()
        : Optional.of("%s is %s, read as %s".formatted(pointer, shown(meant), shown(read)));
  }

  private boolean isSame(JsonNode meant, JsonNode read) {
    if (meant.isIntegralNumber()) {
      return read.isIntegralNumber() && meant.bigIntegerValue().equals(read.bigIntegerValue());
    }
    if (meant.isNumber()) {
      return (read.isFloatingPointNumber() || read.isNumber() && !tellsWholeNumbers)
          && (meant.isFloat()
              ? meant.floatValue() == (float) read.doubleValue()
              : meant.doubleValue() == read.doubleValue());
    }
    return !meant.isContainerNode() && meant.equals(read);
  }

  private static String shown(JsonNode node) {
    return node.getNodeType() + " " + Pointers.quoted(node.toString());
  }
}

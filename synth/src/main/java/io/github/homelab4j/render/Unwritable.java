package io.github.homelab4j.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value or a key that Flux does not apply as it stands in a file, however it is written there:
 * kustomize and kustomize-controller read each object and write it anew.
 *
 * @param pointer JSON pointer of the value, or of the map that holds the key
 * @param what the value, as {@code U+0085 NEXT LINE (NEL)} or {@code the key "<<"}
 * @param why what becomes of it
 */
public record Unwritable(String pointer, String what, String why) {
  // Their parser looks no further for the colon behind a key.
  private static final int LONGEST_KEY = 1_000;

  /** Everything in an object that would be changed or turned down, in the order of the object. */
  public static List<Unwritable> find(JsonNode object) {
    if (passes(object)) {
      return List.of();
    }
    var found = new ArrayList<Unwritable>();
    find("", object, found);
    return found;
  }

  // Nearly all objects have nothing of it: no pointer is made while looking.
  private static boolean passes(JsonNode node) {
    if (node.isTextual()) {
      return passes(node.textValue());
    }
    if (node.isObject()) {
      for (var field : node.properties()) {
        // One character is six at most when it is quoted.
        var key = field.getKey();
        if (key.equals("<<")
            || key.length() > LONGEST_KEY / 6
            || !passes(key)
            || !passes(field.getValue())) {
          return false;
        }
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        if (!passes(node.get(i))) {
          return false;
        }
      }
    }
    return !node.isNumber() || number("", node).isEmpty();
  }

  private static boolean passes(String text) {
    for (var letter : text.toCharArray()) {
      if (letter != '\n' && (letter < 0x20 || letter >= 0x7F)) {
        return character("", "", text).isEmpty();
      }
    }
    return true;
  }

  private static void find(String pointer, JsonNode node, List<Unwritable> found) {
    if (node.isTextual()) {
      character(pointer, "", node.textValue()).ifPresent(found::add);
    } else if (node.isNumber()) {
      number(pointer, node).ifPresent(found::add);
    }
    node.fields()
        .forEachRemaining(
            field -> {
              key(pointer, field.getKey()).ifPresent(found::add);
              find(Pointers.child(pointer, field.getKey()), field.getValue(), found);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      find(pointer + "/" + i, node.get(i), found);
    }
  }

  private static Optional<Unwritable> key(String pointer, String key) {
    if (key.equals("<<")) {
      return Optional.of(
          new Unwritable(pointer, "the key \"<<\"", "kustomize takes it for a merge and drops it"));
    }
    if (JsonStringEncoder.getInstance().quoteAsString(key).length > LONGEST_KEY) {
      return Optional.of(
          new Unwritable(
              pointer,
              "the key %s of %s characters".formatted(Pointers.quoted(key), key.length()),
              "kustomize cannot read keys of more than %s".formatted(LONGEST_KEY)));
    }
    return character(pointer, " in the key " + Pointers.quoted(key), key);
  }

  private static Optional<Unwritable> character(String pointer, String where, String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      var why = why(point);
      if (!why.isEmpty()) {
        return Optional.of(new Unwritable(pointer, name(point) + where, why));
      }
      i += Character.charCount(point);
    }
    return Optional.empty();
  }

  // Line ends of Windows pass, and files with them exist; U+2028 and its like pass as well.
  private static String why(int point) {
    if (point >= 0x20 && point < 0x7F || point == '\n' || point == '\t' || point == '\r') {
      return "";
    }
    if (point == 0x85) {
      return "kustomize turns it into a blank";
    }
    if (point < 0x20) {
      return "no text holds it: binary data goes into binaryData, encoded";
    }
    if (point <= 0x9F || point == 0xFFFE || point == 0xFFFF) {
      return "kustomize-controller turns it down: control characters are not allowed";
    }
    return Character.getType(point) == Character.SURROGATE ? "it is half a character" : "";
  }

  private static String name(int point) {
    var name =
        Character.getType(point) == Character.SURROGATE
            ? "lone surrogate"
            : point >= 0xFFFE ? "noncharacter" : Character.getName(point);
    return "U+%04X %s".formatted(point, name);
  }

  private static Optional<Unwritable> number(String pointer, JsonNode number) {
    if (number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue())) {
      return Optional.of(new Unwritable(pointer, number.asText(), "JSON has no such number"));
    }
    var passes =
        number.isIntegralNumber()
            ? number.canConvertToLong()
            : !number.isBigDecimal()
                || shortest(number.doubleValue()).compareTo(number.decimalValue()) == 0;
    return passes
        ? Optional.empty()
        : Optional.of(
            new Unwritable(
                pointer,
                "the number " + number.asText(),
                "Kubernetes keeps 64 bits of a number, the rest is lost: make it a text"));
  }

  // Not of Double.toString, whose digits differ between JDK 17 and 19.
  private static BigDecimal shortest(double number) {
    return new BigDecimal(NumberOutput.toString(number, true));
  }
}

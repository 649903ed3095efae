package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** A scalar as it is read, with the type that YAML 1.2 gives it. */
final class ReadScalar {
  private static final ScalarResolver RESOLVER = new CoreScalarResolver(true);
  // Two escapes of YAML that the parser lacks, after an even number of backslashes.
  private static final Pattern LACKING = Pattern.compile("(?<!\\\\)((?:\\\\{2})*+)\\\\([LP])");

  private static final int LONGEST_WORD = 5;

  private final ScalarEvent event;
  private final String text;

  ReadScalar(ScalarEvent event) {
    this.event = event;
    this.text = event.getValue();
  }

  /** A file with the escapes that the parser knows, and otherwise the same. */
  static String spelled(String file) {
    return file.contains("\\L") || file.contains("\\P")
        ? LACKING.matcher(file).replaceAll(ReadScalar::separator)
        : file;
  }

  private static String separator(MatchResult match) {
    var digit = match.group(2).equals("L") ? "8" : "9";
    return Matcher.quoteReplacement(match.group(1) + "\\u202" + digit);
  }

  /** Whether it is this text; outside of double quotes, spelling has changed it on both sides. */
  boolean isText(String meant) {
    return (text.equals(meant) || !event.isDQuoted() && text.equals(spelled(meant)))
        && (!event.isPlain() || isPlainText(text));
  }

  /** Whether it is what was meant, in type and value. */
  boolean is(JsonNode meant) {
    return switch (meant.getNodeType()) {
      case STRING, BINARY -> isText(meant.asText());
      case NULL, BOOLEAN -> event.isPlain() && text.equals(meant.asText());
      case NUMBER -> event.isPlain() && isNumber(meant);
      default -> false;
    };
  }

  // Other digits of the same whole number are no better: 010 is eight to some.
  private boolean isNumber(JsonNode meant) {
    if (meant.isIntegralNumber()) {
      return text.equals(meant.asText());
    }
    if (!type(text).equals(Tag.FLOAT) || !Character.isDigit(text.charAt(text.length() - 1))) {
      return false;
    }
    if (meant.isFloat()) {
      return Float.compare(Float.parseFloat(text), meant.floatValue()) == 0;
    }
    return meant.isDouble()
        ? Double.compare(Double.parseDouble(text), meant.doubleValue()) == 0
        : new BigDecimal(text).compareTo(meant.decimalValue()) == 0;
  }

  /**
   * Whether YAML 1.2 takes what stands plain for a text. Most begin with a letter and are none of
   * its words: the patterns of the resolver are for the others.
   */
  static boolean isPlainText(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return type(text).equals(Tag.STR);
    }
    if (text.length() > LONGEST_WORD) {
      return true;
    }
    return switch (text) {
      case "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE" -> false;
      default -> true;
    };
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The type that YAML 1.2 gives what stands plain. */
  static Tag type(String text) {
    return RESOLVER.resolve(text, true);
  }

  @Override
  public String toString() {
    return value() + properties(event.getTag(), event.getAnchor());
  }

  /** What stands before a node that is not meant to have it. */
  static String properties(Optional<String> tag, Optional<Anchor> anchor) {
    return tag.map(name -> " with the tag " + name).orElse("")
        + anchor.map(name -> " with the anchor " + name).orElse("");
  }

  private String value() {
    var type = event.isPlain() ? type(text) : Tag.STR;
    if (type.equals(Tag.STR)) {
      return "the text " + Pointers.quoted(text);
    }
    return type.equals(Tag.INT)
        ? "the whole number " + text
        : type.equals(Tag.FLOAT) ? "the number " + text : text;
  }
}

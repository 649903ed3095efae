package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Reads a file with a parser that shares no code with the writer, and compares it with what was
 * meant: values, their types, keys and their order; anchors and tags never are.
 */
final class ReadBack {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(false).build();
  private static final ScalarResolver RESOLVER = new CoreScalarResolver(true);

  // Two escapes of YAML that the parser lacks, after an even number of backslashes.
  private static final Pattern LACKING = Pattern.compile("(?<!\\\\)((?:\\\\{2})*+)\\\\([LP])");

  private final Iterator<Event> events;

  private ReadBack(Iterator<Event> events) {
    this.events = events;
  }

  /** The first difference: its JSON pointer, what was meant and what is read. */
  static Optional<String> difference(String file, List<JsonNode> documents) {
    if (file.startsWith("\uFEFF") || !file.endsWith("\n")) {
      return Optional.of("it begins with a byte order mark or does not end with a line end");
    }
    try {
      var bytes = new ByteArrayInputStream(spelled(file).getBytes(StandardCharsets.UTF_8));
      new ReadBack(new Parse(SETTINGS).parseInputStream(bytes).iterator()).compare(documents);
      return Optional.empty();
    } catch (Difference e) {
      return Optional.of(e.getMessage());
    } catch (YamlEngineException e) {
      return Optional.of("it cannot be read (%s)".formatted(e.getMessage().replace('\n', ' ')));
    }
  }

  private void compare(List<JsonNode> documents) {
    expect(Event.ID.StreamStart, "", "a file");
    for (var document : documents) {
      expect(Event.ID.DocumentStart, "", "a document");
      compare("", document);
      expect(Event.ID.DocumentEnd, "", "the end of the document");
    }
    expect(Event.ID.StreamEnd, "", "the end of the file");
  }

  private void compare(String pointer, JsonNode meant) {
    if (meant.isObject()) {
      expect(Event.ID.MappingStart, pointer, "a map");
      meant
          .fields()
          .forEachRemaining(
              field -> {
                var key = expect(Event.ID.Scalar, pointer, "the key " + quoted(field.getKey()));
                if (!isText((ScalarEvent) key, field.getKey())) {
                  throw new Difference(pointer, "the key " + quoted(field.getKey()), key);
                }
                compare(Pointers.child(pointer, field.getKey()), field.getValue());
              });
      expect(Event.ID.MappingEnd, pointer, "the end of the map");
    } else if (meant.isArray()) {
      expect(Event.ID.SequenceStart, pointer, "a list");
      for (int i = 0; i < meant.size(); i++) {
        compare(pointer + "/" + i, meant.get(i));
      }
      expect(Event.ID.SequenceEnd, pointer, "the end of the list");
    } else {
      var read = expect(Event.ID.Scalar, pointer, describe(meant));
      if (!isSame((ScalarEvent) read, meant)) {
        throw new Difference(pointer, describe(meant), read);
      }
    }
  }

  private Event expect(Event.ID id, String pointer, String meant) {
    var event = events.next();
    if (event.getEventId() != id
        || event instanceof NodeEvent node && node.getAnchor().isPresent()
        || event instanceof ScalarEvent scalar && scalar.getTag().isPresent()) {
      throw new Difference(pointer, meant, event);
    }
    return event;
  }

  private static boolean isSame(ScalarEvent read, JsonNode meant) {
    var text = read.getValue();
    if (meant.isTextual() || meant.isBinary()) {
      return isText(read, meant.asText());
    }
    var type = type(read);
    if (meant.isNull()) {
      return type.equals(Tag.NULL);
    }
    if (meant.isBoolean()) {
      return type.equals(Tag.BOOL) && text.equals(meant.asText());
    }
    if (meant.isIntegralNumber()) {
      return type.equals(Tag.INT) && new BigInteger(text).equals(meant.bigIntegerValue());
    }
    return meant.isNumber() && type.equals(Tag.FLOAT) && isSameNumber(text, meant);
  }

  private static boolean isSameNumber(String text, JsonNode meant) {
    if (meant.isFloat()) {
      return Float.compare(Float.parseFloat(text), meant.floatValue()) == 0;
    }
    return meant.isDouble()
        ? Double.compare(Double.parseDouble(text), meant.doubleValue()) == 0
        : new BigDecimal(text).compareTo(meant.decimalValue()) == 0;
  }

  private static boolean isText(ScalarEvent read, String meant) {
    return type(read).equals(Tag.STR)
        && read.getValue().equals(read.isDQuoted() ? meant : spelled(meant));
  }

  // Outside double quotes it is no escape, and changes both sides alike.
  private static String spelled(String text) {
    return text.contains("\\L") || text.contains("\\P")
        ? LACKING
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        match.group(1) + "\\u202" + (match.group(2).equals("L") ? 8 : 9)))
        : text;
  }

  private static Tag type(ScalarEvent read) {
    return read.isPlain() ? RESOLVER.resolve(read.getValue(), true) : Tag.STR;
  }

  private static String describe(JsonNode meant) {
    return switch (meant.getNodeType()) {
      case STRING, BINARY -> "the text " + quoted(meant.asText());
      case NUMBER -> "the number " + meant.asText();
      default -> meant.asText();
    };
  }

  private static String describe(Event read) {
    if (!(read instanceof ScalarEvent scalar)) {
      return read.getEventId().toString();
    }
    var type = type(scalar);
    var name = type.getValue().substring(type.getValue().lastIndexOf(':') + 1);
    return "%s %s".formatted(name, quoted(scalar.getValue()));
  }

  private static String quoted(String text) {
    return Pointers.quoted(text);
  }

  private static final class Difference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Difference(String pointer, String meant, Event read) {
      super(
          "%s is %s and would be read as %s"
              .formatted(pointer.isEmpty() ? "the top" : pointer, meant, describe(read)));
    }
  }
}

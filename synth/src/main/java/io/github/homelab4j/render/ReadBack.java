package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a file with a parser that shares no code with the writer, and compares it with what was
 * meant: values, their types, keys and their order. Anchors, aliases and tags never are meant.
 */
final class ReadBack {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(false).build();

  private final Iterator<Event> events;

  private ReadBack(Iterator<Event> events) {
    this.events = events;
  }

  /** The first difference: its JSON pointer, what was meant and what is read. */
  static Optional<String> difference(String file, List<JsonNode> documents) {
    if (file.startsWith("\uFEFF") || !file.endsWith("\n")) {
      return Optional.of("it begins with a byte order mark or does not end with a line end");
    }
    var bytes = ReadScalar.spelled(file).getBytes(StandardCharsets.UTF_8);
    try {
      var events = new Parse(SETTINGS).parseInputStream(new ByteArrayInputStream(bytes));
      new ReadBack(events.iterator()).compare(documents);
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
      meant.fields().forEachRemaining(field -> member(pointer, field.getKey(), field.getValue()));
      expect(Event.ID.MappingEnd, pointer, "the end of the map");
    } else if (meant.isArray()) {
      expect(Event.ID.SequenceStart, pointer, "a list");
      for (int i = 0; i < meant.size(); i++) {
        compare(pointer + "/" + i, meant.get(i));
      }
      expect(Event.ID.SequenceEnd, pointer, "the end of the list");
    } else {
      var read = scalar(pointer, describe(meant));
      if (!read.is(meant)) {
        throw new Difference(pointer, describe(meant), read.toString());
      }
    }
  }

  private void member(String pointer, String key, JsonNode value) {
    var meant = "the key " + Pointers.quoted(key);
    var read = scalar(pointer, meant);
    if (!read.isText(key)) {
      throw new Difference(pointer, meant, read.toString());
    }
    compare(Pointers.child(pointer, key), value);
  }

  private ReadScalar scalar(String pointer, String meant) {
    return new ReadScalar((ScalarEvent) expect(Event.ID.Scalar, pointer, meant));
  }

  private Event expect(Event.ID id, String pointer, String meant) {
    var event = events.next();
    if (event.getEventId() != id
        || event instanceof NodeEvent node && node.getAnchor().isPresent()
        || event instanceof ScalarEvent scalar && scalar.getTag().isPresent()) {
      var read = event instanceof ScalarEvent scalar ? new ReadScalar(scalar) : event.getEventId();
      throw new Difference(pointer, meant, read.toString());
    }
    return event;
  }

  private static String describe(JsonNode meant) {
    return switch (meant.getNodeType()) {
      case STRING, BINARY -> "the text " + Pointers.quoted(meant.asText());
      case NUMBER -> "the number " + meant.asText();
      default -> meant.asText();
    };
  }

  private static final class Difference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Difference(String pointer, String meant, String read) {
      super(
          "%s is %s and would be read as %s"
              .formatted(pointer.isEmpty() ? "the top" : pointer, meant, read));
    }
  }
}

package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
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
  // Keys and indexes down to where it reads; only a difference makes a pointer of them.
  private final ArrayList<Object> path = new ArrayList<>();

  private ReadBack(Iterator<Event> events) {
    this.events = events;
  }

  /** The first difference: its JSON pointer, what was meant and what is read. */
  static Optional<String> difference(String file, List<JsonNode> documents) {
    return StrictReader.isCertain(file, documents) ? Optional.empty() : parsed(file, documents);
  }

  /** The same by the parser alone: only it says that there is a difference. */
  static Optional<String> parsed(String file, List<JsonNode> documents) {
    if (file.startsWith("\uFEFF") || !file.endsWith("\n")) {
      return Optional.of("it begins with a byte order mark or does not end with a line end");
    }
    var difference = read(file, documents);
    var spelled = difference.isPresent() ? ReadScalar.spelled(file) : file;
    return spelled.equals(file) ? difference : read(spelled, documents);
  }

  private static Optional<String> read(String file, List<JsonNode> documents) {
    try {
      var events = new Parse(SETTINGS).parseReader(new WholeCharacters(file)).iterator();
      new ReadBack(events).compare(documents);
      return Optional.empty();
    } catch (Difference e) {
      return Optional.of(e.getMessage());
    } catch (YamlEngineException e) {
      return Optional.of("it cannot be read (%s)".formatted(e.getMessage().replace('\n', ' ')));
    }
  }

  private void compare(List<JsonNode> documents) {
    expect(Event.ID.StreamStart, "a file");
    for (var document : documents) {
      expect(Event.ID.DocumentStart, "a document");
      compare(document);
      expect(Event.ID.DocumentEnd, "the end of the document");
    }
    expect(Event.ID.StreamEnd, "the end of the file");
  }

  private void compare(JsonNode meant) {
    if (meant.isObject()) {
      expect(Event.ID.MappingStart, "a map");
      for (var members = meant.fields(); members.hasNext(); ) {
        var member = members.next();
        key(member.getKey());
        child(member.getKey(), member.getValue());
      }
      expect(Event.ID.MappingEnd, "the end of the map");
    } else if (meant.isArray()) {
      expect(Event.ID.SequenceStart, "a list");
      for (int i = 0; i < meant.size(); i++) {
        child(i, meant.get(i));
      }
      expect(Event.ID.SequenceEnd, "the end of the list");
    } else {
      var event = events.next();
      if (!is(event, Event.ID.Scalar) || !new ReadScalar((ScalarEvent) event).is(meant)) {
        throw new Difference(path, describe(meant), event);
      }
    }
  }

  private void child(Object place, JsonNode meant) {
    path.add(place);
    compare(meant);
    path.remove(path.size() - 1);
  }

  private void key(String meant) {
    var event = events.next();
    if (!is(event, Event.ID.Scalar) || !new ReadScalar((ScalarEvent) event).isText(meant)) {
      throw new Difference(path, "the key " + Pointers.quoted(meant), event);
    }
  }

  private void expect(Event.ID id, String meant) {
    var event = events.next();
    if (!is(event, id)) {
      throw new Difference(path, meant, event);
    }
  }

  private static boolean is(Event event, Event.ID id) {
    if (event.getEventId() != id) {
      return false;
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag().isEmpty() && scalar.getAnchor().isEmpty();
    }
    return !(event instanceof CollectionStartEvent start)
        || start.getTag().isEmpty() && start.getAnchor().isEmpty();
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

    Difference(List<Object> path, String meant, Event read) {
      super(
          "%s is %s and would be read as %s"
              .formatted(path.isEmpty() ? "the top" : Pointers.of(path), meant, told(read)));
    }

    private static String told(Event read) {
      if (read instanceof ScalarEvent scalar) {
        return new ReadScalar(scalar).toString();
      }
      var kind = read.getEventId().toString();
      return read instanceof CollectionStartEvent start
          ? kind + ReadScalar.properties(start.getTag(), start.getAnchor())
          : kind;
    }
  }
}

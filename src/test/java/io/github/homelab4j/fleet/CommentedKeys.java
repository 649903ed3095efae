package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The keys that a {@code values.yaml} shows commented out, because they have no default.
 *
 * <p>A comment is a key when taking away its mark, and one blank behind it, makes a line {@code
 * key: value} that stands under its parent. Comments with two marks are prose, as is a value of
 * several words; what stands in texts of several lines is neither.
 */
final class CommentedKeys {
  private static final Pattern WRITTEN =
      Pattern.compile("( *)(- +)?([^\\s#:'\"{\\[-][^\\s:]*):(?: .*)?");
  private static final Pattern ITEM = Pattern.compile("( *)-(?: .*)?");
  private static final Pattern COMMENTED =
      Pattern.compile("( *)# ?( *)([A-Za-z_][\\w./-]*):(?: +(.*))?");
  private static final Pattern COMMENTED_ITEM = Pattern.compile("( *)# ?( *)- .*");
  private static final Pattern TEXT_FOLLOWS =
      Pattern.compile(".*(?:^|[\\s:])[|>][-+\\d]*\\s*(?:#.*)?");

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final Deque<Place> written = new ArrayDeque<>();
  private final Deque<Place> commented = new ArrayDeque<>();
  private int textBelow = Integer.MAX_VALUE;

  private CommentedKeys() {}

  /** The commented keys as a tree, within the written keys that they stand under. */
  static JsonNode in(List<String> lines) {
    var keys = new CommentedKeys();
    lines.forEach(keys::line);
    return keys.root;
  }

  private void line(String line) {
    if (line.isBlank() || indent(line) > textBelow) {
      return;
    }
    textBelow = Integer.MAX_VALUE;
    if (line.stripLeading().startsWith("#")) {
      comment(line);
      return;
    }
    commented.clear();
    if (TEXT_FOLLOWS.matcher(line).matches()) {
      textBelow = indent(line);
    }
    var key = WRITTEN.matcher(line);
    if (ITEM.matcher(line).matches()) {
      leave(written, indent(line));
      written.push(Place.elsewhere(indent(line)));
    } else if (key.matches()) {
      leave(written, indent(line));
      written.push(new Place(indent(line), parent(written, root), key.group(3)));
    }
  }

  private void comment(String line) {
    var item = COMMENTED_ITEM.matcher(line);
    if (item.matches()) {
      var indent = item.group(1).length() + item.group(2).length();
      leave(commented, indent);
      commented.push(Place.elsewhere(indent));
      return;
    }
    var key = COMMENTED.matcher(line);
    if (!key.matches() || isProse(key.group(4))) {
      return;
    }
    var indent = key.group(1).length() + key.group(2).length();
    leave(commented, indent);
    var parent =
        commented.isEmpty()
            ? written.stream()
                .filter(place -> place.indent < indent)
                .findFirst()
                .orElse(Place.of(root))
            : commented.peek();
    var map = parent.map();
    if (!map.path(key.group(3)).isObject()) {
      map.set(key.group(3), example(key.group(4)));
    }
    commented.push(new Place(indent, parent, key.group(3)));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static void leave(Deque<Place> places, int indent) {
    while (!places.isEmpty() && places.peek().indent >= indent) {
      places.pop();
    }
  }

  private static Place parent(Deque<Place> places, ObjectNode root) {
    return places.isEmpty() ? Place.of(root) : places.peek();
  }

  private static boolean isProse(String value) {
    return value != null && value.matches("[^\"'\\[{|>#&*!][^#]*\\S +[^#\\s].*");
  }

  // A map or nothing may be anything; the rest is no map.
  private static JsonNode example(String value) {
    return value == null || value.isBlank() || value.matches("[{|>#~].*|null\\b.*")
        ? NullNode.getInstance()
        : TextNode.valueOf(value);
  }

  /** A key that others may stand under; its map is made when something does. */
  private static final class Place {
    private final int indent;
    private final Place parent;
    private final String key;
    private ObjectNode map;

    private Place(int indent, Place parent, String key) {
      this.indent = indent;
      this.parent = parent;
      this.key = key;
    }

    private static Place of(ObjectNode map) {
      var place = new Place(-1, null, "");
      place.map = map;
      return place;
    }

    // Items of lists are not looked into.
    private static Place elsewhere(int indent) {
      var place = new Place(indent, null, "");
      place.map = JsonNodeFactory.instance.objectNode();
      return place;
    }

    private ObjectNode map() {
      if (map == null) {
        var above = parent.map();
        map = above.get(key) instanceof ObjectNode there ? there : above.putObject(key);
      }
      return map;
    }
  }
}

package io.github.homelab4j.check.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BiConsumer;

/** The texts of an object: its scalars, with the way to each, which is spelled out when asked. */
final class Texts {
  private final JsonNode root;

  private Texts(JsonNode root) {
    this.root = root;
  }

  static Texts of(JsonNode root) {
    return new Texts(root);
  }

  /** Calls back for each scalar that is a text. */
  void forEach(BiConsumer<Way, String> found) {
    walk(new Way(), root, found, false);
  }

  /** Calls back for each scalar that is a text, and for each key. */
  void forEachWithKeys(BiConsumer<Way, String> found) {
    walk(new Way(), root, found, true);
  }

  private static void walk(Way way, JsonNode node, BiConsumer<Way, String> found, boolean keys) {
    if (node.isTextual()) {
      found.accept(way, node.textValue());
    } else if (node.isObject()) {
      for (var field : node.properties()) {
        way.steps.addLast(field.getKey());
        if (keys) {
          found.accept(way, field.getKey());
        }
        walk(way, field.getValue(), found, keys);
        way.steps.removeLast();
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        way.steps.addLast(i);
        walk(way, node.get(i), found, keys);
        way.steps.removeLast();
      }
    }
  }

  /** The keys that lead to a text; valid during the call only. */
  static final class Way {
    private final Deque<Object> steps = new ArrayDeque<>();

    /** The last key; empty for an element of a list. */
    String last() {
      return steps.peekLast() instanceof String key ? key : "";
    }

    @Override
    public String toString() {
      var out = new StringBuilder();
      for (Iterator<Object> each = steps.iterator(); each.hasNext(); ) {
        out.append('/').append(each.next());
      }
      return out.toString();
    }
  }
}

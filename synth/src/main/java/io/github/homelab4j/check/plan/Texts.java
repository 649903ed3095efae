package io.github.homelab4j.check.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
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
        way.enter(field.getKey(), 0);
        if (keys) {
          found.accept(way, field.getKey());
        }
        walk(way, field.getValue(), found, keys);
        way.leave();
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        way.enter(null, i);
        walk(way, node.get(i), found, keys);
        way.leave();
      }
    }
  }

  /** The keys that lead to a text; valid during the call only. */
  static final class Way {
    // By depth; there is no key for an element of a list.
    private String[] keys = new String[16];
    private int[] indexes = new int[16];
    private int depth;

    private void enter(String key, int index) {
      if (depth == keys.length) {
        keys = Arrays.copyOf(keys, 2 * depth);
        indexes = Arrays.copyOf(indexes, 2 * depth);
      }
      keys[depth] = key;
      indexes[depth] = index;
      depth++;
    }

    private void leave() {
      depth--;
    }

    /** The last key; empty for an element of a list. */
    String last() {
      return depth == 0 || keys[depth - 1] == null ? "" : keys[depth - 1];
    }

    @Override
    public String toString() {
      var out = new StringBuilder();
      for (int i = 0; i < depth; i++) {
        out.append('/').append(keys[i] == null ? String.valueOf(indexes[i]) : keys[i]);
      }
      return out.toString();
    }
  }
}

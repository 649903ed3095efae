package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/**
 * Whether trees are written the same: Jackson's own equality does not look at the order of keys.
 */
final class SameTree {
  private SameTree() {}

  static boolean same(Iterable<JsonNode> one, Iterable<JsonNode> other) {
    return same(one.iterator(), other.iterator());
  }

  private static boolean same(Iterator<JsonNode> one, Iterator<JsonNode> other) {
    while (one.hasNext() && other.hasNext()) {
      if (!same(one.next(), other.next())) {
        return false;
      }
    }
    return one.hasNext() == other.hasNext();
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (one == other) {
      return true;
    }
    if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
      return false;
    }
    if (one.isObject()) {
      return sameNames(one.fieldNames(), other.fieldNames())
          && same(one.elements(), other.elements());
    }
    return one.isArray() ? same(one.elements(), other.elements()) : one.equals(other);
  }

  private static boolean sameNames(Iterator<String> one, Iterator<String> other) {
    while (one.hasNext()) {
      if (!one.next().equals(other.next())) {
        return false;
      }
    }
    return true;
  }
}

package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A field of a pod.
 *
 * @param node what it is set to; missing when it is not
 * @param isKnown whether it is not set at all when it is missing here: a chart or an operator may
 *     set it
 */
record Value(JsonNode node, BooleanSupplier isKnown) {
  static Value unknown() {
    return new Value(MissingNode.getInstance(), () -> false);
  }

  static Value of(JsonNode node) {
    return new Value(node, () -> true);
  }

  boolean known() {
    return isKnown.getAsBoolean();
  }

  boolean isSet() {
    return !node.isMissingNode() && !node.isNull();
  }

  boolean isTrue() {
    return node.isBoolean() && node.booleanValue();
  }

  boolean isFalse() {
    return node.isBoolean() && !node.booleanValue();
  }

  String text() {
    return node.asText();
  }

  /** Broken when it is set to what is bad. */
  Outcome unless(Predicate<Value> bad, String breach) {
    if (isSet()) {
      return Outcome.of(!bad.test(this), breach);
    }
    return known() ? Outcome.HOLDS : Outcome.UNKNOWN;
  }

  /** Broken when it is not set to what is good. */
  Outcome when(Predicate<Value> good, String breach) {
    if (isSet()) {
      return Outcome.of(good.test(this), breach);
    }
    return known() ? Outcome.broken(breach) : Outcome.UNKNOWN;
  }
}

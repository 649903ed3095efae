package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random trees of what readers of YAML take for something else. They are made as a whole, not of
 * smaller arbitraries: those took a hundred times as long.
 */
final class Trees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String NASTY =
      " \n\t\r:-#'\"\\{}[],&*!|>%@`~?=<.$0123456789eExXoO_+yYnNLPu\u0085\u2028\u2029\u0000\u007f\ufeff\ufffeéİ日aZ/";
  private static final String DIGITS = "0123456789012345678901234567890123456789eExXoObB_+-.:";
  private static final String LINES = "abeEnoy -:.#\n\n\t";
  private static final List<String> KNOWN =
      Corpus.texts().stream().filter(text -> text.length() < 100).toList();
  private static final int DEPTH = 4;

  private Trees() {}

  /** Objects of a few members, up to five levels deep. */
  static Arbitrary<ObjectNode> objects() {
    return Arbitraries.randomValue(Trees::object);
  }

  /** One of them. */
  static ObjectNode object(Random random) {
    return object(random, 1 + random.nextInt(4), DEPTH);
  }

  private static ObjectNode object(Random random, int size, int depth) {
    var node = NODES.objectNode();
    for (int i = 0; i < size; i++) {
      node.set(text(random), any(random, depth - 1));
    }
    return node;
  }

  private static ArrayNode list(Random random, int size, int depth) {
    var node = NODES.arrayNode();
    for (int i = 0; i < size; i++) {
      node.add(any(random, depth - 1));
    }
    return node;
  }

  private static JsonNode any(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(9);
    if (kind < 5) {
      return scalar(random);
    }
    return kind < 7
        ? object(random, random.nextInt(4), depth)
        : list(random, random.nextInt(4), depth);
  }

  private static JsonNode scalar(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> NODES.numberNode(random.nextLong() >> random.nextInt(64));
      case 1 -> NODES.numberNode(new BigInteger(64, random));
      case 2 -> NODES.numberNode(number(random));
      case 3 -> random.nextInt(3) == 0 ? NODES.nullNode() : NODES.booleanNode(random.nextBoolean());
      default -> NODES.textNode(text(random));
    };
  }

  // Any bits, or a few decimals.
  private static double number(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) && random.nextBoolean() ? any : random.nextInt(1_000_000) / 1e3;
  }

  private static String text(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> text(random, NASTY, 12);
      case 1 -> text(random, DIGITS, 8);
      case 2 -> text(random, LINES, 16);
      default -> KNOWN.get(random.nextInt(KNOWN.size()));
    };
  }

  private static String text(Random random, String characters, int longest) {
    var text = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}

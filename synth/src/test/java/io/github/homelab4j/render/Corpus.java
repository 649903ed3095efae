package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Texts, keys, numbers and shapes that some reader or writer of YAML is known to get wrong. */
final class Corpus {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  // A part of a surrogate pair is no character: no reader takes it, however it is written.
  static final String LONE_SURROGATE = "\ud800";

  private static final String WORDS =
      "y n yes no on off true false null nan inf none nil undefined infinity yaml";
  private static final String NUMBERS =
      "0 00 1 7 07 007 08 0777 0o7 0O17 0o8 0x1F 0XfF 0x 0xg 0b101 0B11 0b2 1_000 1_0.5 1_ _1 1,000 1."
          + " .5 1.5 . .. .e3 1e3 1E3 1e+3 1e-3 1.5e3 1.5E+3 .5e3 e3 E3 e-3 E+3 e3x 0e0 0e6836 12e03 74e3"
          + " 1e999 1e 1e+ 0_7 0x_1 018561471342 9223372036854775807 9223372036854775808 123456789012345678901234567890"
          + " 1d 1f 1L 1n 10% 500m 1Gi 30s 1h30m 1h 5w 1.2.3 v1.2.3 10.0.0.1 10.0.0.0/24 ::1 1:2";
  private static final String TIMES =
      "12:30 12:30:45 1:60 0:0 190:20:30 190:20:30.15 1.2:3 2001-01-01 2001-1-1 2001-13-45 20010101"
          + " 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z 2001-01-01T 2001-01 2001 1-1-1 00:00";
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~$\\.^;+/_()";
  private static final String CHARACTERS =
      "\u0000\u0001\u0007\b\u000b\f\r\u001b\u001f\u007f\u0080\u0084\u0085\u0086\u009f\u00a0\u00ad\u2028\u2029\u200b\ufeff"
          + "\ufffd\ufffe\uffff\u0130\u0131éß日\u0301\u05d0\u3000";
  private static final List<String> LINES =
      List.of(
          "a\nb",
          "a\nb\n",
          "a\n\nb\n",
          "\na",
          "\n",
          "\n\n",
          "a\n\n",
          "a\n\n\nb",
          "a \nb",
          "a\t\nb");
  private static final List<String> BLOCKS =
      List.of(
          " a\nb",
          "\ta\nb",
          "a\n b\n",
          "a\n\tb\n",
          "a\nb ",
          "a\n \nb",
          "a\n  ",
          "# a\nb\n",
          "a\n# b\n",
          "---\na\n",
          "a\n---\nb\n",
          "a\n...\nb\n",
          "a: |\n  b\n",
          "- a\n- b\n",
          "a\r\nb",
          "a\rb",
          "a\n\rb",
          "a\u0085\nb\n",
          "a\u2028\nb\n",
          "a\ufeff\nb\n",
          "日\n本\n",
          "#!/bin/sh\nset -e\n\tx=${A}\n");

  private Corpus() {}

  /** Each text once. */
  static List<String> texts() {
    var texts = new LinkedHashSet<String>();
    words(texts);
    numbers(texts);
    texts.addAll(List.of(TIMES.split(" ")));
    indicators(texts);
    for (var blanks : List.of("", " ", "  ", "\t", " \t ")) {
      texts.addAll(List.of(blanks, blanks + "a", "a" + blanks, "a" + blanks + "b", blanks + "1"));
    }
    texts.addAll(LINES);
    texts.addAll(BLOCKS);
    CHARACTERS
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> texts.addAll(List.of(c, "a" + c + "b", c + "a", "a" + c, "a\n" + c + "b\n")));
    texts.addAll(List.of("\ud83d\ude00", "a\ud83d\ude00b", "\udbff\udfff", "\ud83f\udffe"));
    return List.copyOf(texts);
  }

  private static void words(LinkedHashSet<String> texts) {
    for (var word : WORDS.split(" ")) {
      var capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
      for (var form : List.of(word, capital, word.toUpperCase(Locale.ROOT), "NaN", "nUlL")) {
        texts.addAll(List.of(form, "." + form, "-." + form, "+." + form, "-" + form, form + ":"));
      }
    }
  }

  private static void numbers(LinkedHashSet<String> texts) {
    for (var number : NUMBERS.split(" ")) {
      texts.addAll(List.of(number, "+" + number, "-" + number, number + " ", number + "\n"));
    }
  }

  private static void indicators(LinkedHashSet<String> texts) {
    for (var c : INDICATORS.split("")) {
      texts.addAll(List.of(c, c + c, c + "a", "a" + c, c + " a", "a " + c, "a" + c + "b"));
      texts.addAll(List.of("a " + c + " b", "a" + c + " b", "a " + c + "b", c + "\n", "a\n" + c));
    }
    texts.addAll(List.of("---", "...", "--- a", "a: b", "a #b", "'a'", "\"a\"", "it's", "!!str a"));
    texts.addAll(List.of("[a]", "{a: b}", "a, b", "|-", ">-", "<<", "${A}", "$${A}", "{{ .a }}"));
    texts.addAll(
        List.of("*.example.org", "a::b", "http://a:80/b?c=d#e", "a\\nb", "\\u0041", "%YAML"));
  }

  /** Texts of up to 64 KiB. */
  static List<String> longTexts() {
    return List.of(
        "x".repeat(1_001),
        "word ".repeat(500).trim(),
        "word ".repeat(500),
        "x".repeat(2_000) + "\ny",
        ("line " + "x".repeat(200) + "\n").repeat(20),
        "0123456789abcdef".repeat(4_096),
        ("é" + "日".repeat(60) + "\n").repeat(700));
  }

  /** Numbers, switches and nothing. */
  static ObjectNode scalars() {
    var tree = NODES.objectNode();
    long[] whole = {0, 1, -1, 7, 1L << 31, (1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE};
    for (var number : whole) {
      tree.put("whole " + number, number);
    }
    tree.put("smallest", Long.MIN_VALUE);
    tree.put("largest", new BigInteger("18446744073709551615"));
    double[] decimals = {
      0.0, -0.0, 1.0, 0.1, -1.5, 1e21, 1e23, 2e-7, 1.0E-7, 123456789.0, 1e16, 5e-324, 1.79e308
    };
    for (var number : decimals) {
      tree.put("decimal " + number, number);
    }
    tree.put("float", 0.002f).put("big float", 1e10f);
    tree.put("exact", new BigDecimal("1E+3")).put("tiny", new BigDecimal("1E-10"));
    tree.put("scale", new BigDecimal("100"));
    return tree.put("yes", true).put("no", false).putNull("nothing").put("empty", "");
  }

  /** Trees with every text as a value, as a key and in lists, and trees of unusual shapes. */
  static List<ObjectNode> trees() {
    var trees = new ArrayList<ObjectNode>();
    trees.add(scalars());
    trees.addAll(shapes());
    var texts = texts();
    for (int from = 0; from < texts.size(); from += 25) {
      trees.add(of(texts.subList(from, Math.min(texts.size(), from + 25))));
    }
    for (var text : longTexts()) {
      trees.add(NODES.objectNode().put("text", text).put(text, 1));
      trees.get(trees.size() - 1).putArray("list").add(text).addArray().add(text);
    }
    return trees;
  }

  private static ObjectNode of(List<String> texts) {
    var tree = NODES.objectNode();
    for (var text : texts) {
      tree.putObject("value " + tree.size()).put("text", text);
      tree.putObject("key " + tree.size()).put(text, 1).putObject(text + text).put(text, text);
      var list = tree.putArray("list " + tree.size()).add(text).add(text);
      list.addArray().add(text).addArray().add(text).addObject().put(text, text).put("b", text);
    }
    return tree;
  }

  private static List<ObjectNode> shapes() {
    var shared = NODES.objectNode().put("a", "b").put("c", 1);
    var twice = NODES.objectNode();
    twice.set("one", shared);
    twice.set("two", shared);
    twice.putArray("list").add(shared).add(shared);
    var empty = NODES.objectNode();
    empty.putObject("map");
    empty.putArray("list").add(NODES.objectNode()).add(NODES.arrayNode()).add("").addNull();
    var items = NODES.objectNode();
    var list = items.putArray("items");
    var keys = NODES.objectNode();
    var marks = NODES.objectNode();
    for (int i = 0; i < 5_000; i++) {
      list.add(i % 3 == 0 ? NODES.textNode("0" + i) : NODES.numberNode(i));
      marks.put("mark-" + i, "\ufeff".repeat(i % 50));
      if (i < 2_000) {
        keys.put(i % 2 == 0 ? "key-" + i : String.valueOf(i), i);
      }
    }
    var longKeys = NODES.objectNode();
    Stream.of(119, 120, 121, 127, 128, 129, 1_000, 1_023, 1_024, 1_025, 5_000)
        .forEach(
            length -> longKeys.put("k".repeat(length), length).put("é".repeat(length), length));
    return List.of(
        twice,
        empty,
        items,
        keys,
        marks,
        longKeys,
        deep(50, true),
        deep(50, false),
        NODES.objectNode());
  }

  private static ObjectNode deep(int depth, boolean maps) {
    var tree = NODES.objectNode();
    JsonNode inner = tree;
    for (int i = 0; i < depth; i++) {
      inner =
          inner instanceof ArrayNode list
              ? maps ? list.addObject() : list.addArray()
              : maps && i % 2 == 0
                  ? ((ObjectNode) inner).putObject("deeper")
                  : ((ObjectNode) inner).putArray("deeper");
    }
    if (inner instanceof ObjectNode map) {
      map.put("text", "a\nb\n");
    } else {
      ((ArrayNode) inner).add("a\nb\n").add("0x1");
    }
    return tree;
  }
}

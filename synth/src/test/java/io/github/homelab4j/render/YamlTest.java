package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written is what every reader reads: texts stay texts, whatever they look like. */
class YamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int RANDOM_TEXTS = 5_000;

  /**
   * Texts that some reader of YAML 1.1 or 1.2 takes for something else when they stand unquoted, or
   * that break a line.
   */
  private static final List<String> TEXTS =
      Stream.of(
              Stream.of(
                  "y", "Y", "n", "N", "yes", "Yes", "no", "NO", "on", "On", "off", "OFF", "true",
                  "True", "false", "FALSE", "null", "Null", "~", "", " ", "nan", ".nan", ".NaN",
                  "inf", ".inf", "-.inf", "+.INF"),
              Stream.of(
                  "0",
                  "-0",
                  "1",
                  "+1",
                  "-1",
                  "007",
                  "012",
                  "0o7",
                  "0O17",
                  "0x10",
                  "0XFF",
                  "0b1010",
                  "0B11",
                  "1_000",
                  "1,000",
                  "1e3",
                  "1E3",
                  "12e4",
                  "1.5",
                  "1.",
                  ".5",
                  "1e-7",
                  "6.02e+23",
                  "e3",
                  "E5",
                  "0e6836",
                  "018561471342"),
              Stream.of(
                  "12:30",
                  "12:30:45",
                  "190:20:30",
                  "1:2",
                  "2001-01-01",
                  "2001-12-14T21:59:43.10-05:00",
                  "2001-1-1",
                  "10.0.0.1",
                  "10.0.0.0/24",
                  "1.2.3",
                  "v1.2.3",
                  "500m",
                  "1Gi",
                  "0.5",
                  "1h30m",
                  "30s",
                  "10%"),
              Stream.of(
                  "a: b",
                  "a:",
                  ":a",
                  "a:b",
                  "- x",
                  "-",
                  "--",
                  "---",
                  "...",
                  "? x",
                  "?",
                  "#",
                  " #",
                  "a #b",
                  "a#b",
                  "'a'",
                  "\"a\"",
                  "'",
                  "\"",
                  "it's",
                  "\\",
                  "a\\nb",
                  "%a",
                  "@a",
                  "`a`",
                  "&a",
                  "*a",
                  "!a",
                  "!!str a",
                  "|",
                  ">",
                  "|-",
                  "[a]",
                  "[",
                  "{a: b}",
                  "{",
                  "}",
                  ",",
                  "a, b",
                  "=",
                  "<<",
                  "$a",
                  "${A}",
                  "{{ .a }}",
                  "*.example.org"),
              Stream.of(
                  "a\tb",
                  "\ta",
                  "a\t",
                  " a",
                  "a ",
                  "  a  ",
                  "a\nb",
                  "a\nb\n",
                  "a\n\nb\n",
                  "\na",
                  "\n",
                  "\n\n",
                  "a\n\n",
                  "a \nb",
                  "a\t\nb",
                  " a\nb",
                  "\ta\nb",
                  "a\n b\n",
                  "a\nb ",
                  "# a\nb\n",
                  "---\na\n",
                  "a: |\n  b\n",
                  "a\r\nb",
                  "a\rb"),
              Stream.of(
                  "\u0085",
                  "a\u0085b",
                  "a\u0085\nb\n",
                  "\u2028",
                  "a\u2029b",
                  "\u007f",
                  "\u0001",
                  "\u001b",
                  "\ufeff",
                  "\ufeffa",
                  "\ufffe",
                  "\ud83d\ude00",
                  "\ud800",
                  "é",
                  "日本語",
                  "a\u00a0b",
                  "ı",
                  "İ",
                  "\u0000"),
              Stream.of(
                  "x".repeat(5_000),
                  "word ".repeat(500).trim(),
                  "word ".repeat(500),
                  ("line " + "x".repeat(200) + "\n").repeat(20),
                  "x".repeat(2_000) + "\ny"))
          .flatMap(texts -> texts)
          .toList();

  @TempDir private Path scratch;

  @Test
  void a_text_comes_back_as_it_was() {
    assertThat(TEXTS)
        .allSatisfy(
            text -> {
              var back = readBack(NODES.objectNode().put("text", text)).get("text");
              assertThat(back).as(printable(text)).isEqualTo(NODES.textNode(text));
            });
  }

  @Test
  void a_key_comes_back_as_it_was() {
    assertThat(TEXTS)
        .allSatisfy(
            text -> {
              var tree = NODES.objectNode().put(text, 1);
              assertThat(readBack(tree)).as(printable(text)).isEqualTo(tree);
            });
  }

  @Test
  void items_of_lists_come_back_in_order() {
    var list = NODES.arrayNode();
    TEXTS.forEach(list::add);
    list.addArray().addArray().add("a").add(1);
    list.addObject().putArray("empty");
    list.addObject().putObject("empty");
    var tree = NODES.objectNode().set("list", list);
    assertThat(readBack(tree)).isEqualTo(tree);
  }

  @Test
  void numbers_and_switches_keep_their_type_and_their_digits() {
    var tree =
        NODES
            .objectNode()
            .put("int", 1)
            .put("long", Long.MIN_VALUE)
            .put("above-2^53", 9_007_199_254_740_993L)
            .put("uint64", new BigInteger("18446744073709551615"))
            .put("double", 0.5)
            .put("yes", true)
            .put("no", false);
    tree.putNull("nothing");
    var back = readBack(tree);
    assertThat(back.get("uint64").bigIntegerValue())
        .isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(back.get("above-2^53").longValue()).isEqualTo(9_007_199_254_740_993L);
    assertThat(back.get("long").longValue()).isEqualTo(Long.MIN_VALUE);
    assertThat(back.get("double").doubleValue()).isEqualTo(0.5);
    assertThat(back.get("yes").isBoolean() && back.get("no").isBoolean()).isTrue();
    assertThat(back.get("nothing").isNull() && back.get("int").isInt()).isTrue();
  }

  @Test
  void random_texts_come_back_as_they_were() {
    var random = new Random(20_260_101);
    var alphabet = " \n\t:-#'\"\\{}[],&*!|>%@`~?=<.0123456789eExXoO_+yYnN\u0085\u2028\u007fé日aZ/";
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var tree = NODES.objectNode().put("text", text.toString()).put(text.toString(), "key");
      assertThat(readBack(tree)).as(printable(text.toString())).isEqualTo(tree);
    }
  }

  @Test
  void an_object_that_stands_in_two_places_is_written_twice() {
    var shared = NODES.objectNode().put("a", 1);
    var tree = NODES.objectNode();
    tree.set("one", shared);
    tree.set("two", shared);
    assertThat(Yaml.write(tree)).isEqualTo("one:\n  a: 1\ntwo:\n  a: 1\n");
  }

  @Test
  void what_people_read_most_stays_plain() {
    var tree =
        NODES
            .objectNode()
            .put("name", "harbor-core")
            .put("image", "ghcr.io/a/b:1.2.3")
            .put("memory", "512Mi")
            .put("time", "10m")
            .put("sentence", "Keeps it (mostly) short, as said.")
            .put("script", "a\nb\n");
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            name: harbor-core
            image: ghcr.io/a/b:1.2.3
            memory: 512Mi
            time: 10m
            sentence: Keeps it (mostly) short, as said.
            script: |
              a
              b
            """);
  }

  /** A third reader, of YAML 1.1 like Go's, where it is installed. */
  @Test
  void pyyaml_reads_the_same() throws Exception {
    assumeThat(runs("python3", "-c", "import yaml"))
        .as("PyYAML is not installed: run pip install pyyaml")
        .isTrue();
    var tree = NODES.objectNode();
    var values = tree.putArray("values");
    var keys = tree.putArray("keys");
    // What is no character of YAML at all is only written as an escape, which PyYAML turns down for
    // lone surrogates.
    TEXTS.stream()
        .filter(text -> !text.equals("\ud800"))
        .forEach(
            text -> {
              values.add(text);
              keys.addObject().put(text, 1);
            });
    var yaml = Files.writeString(scratch.resolve("corpus.yaml"), Yaml.write(tree));
    var json = scratch.resolve("corpus.json");
    var script =
        """
        import json, sys, yaml
        json.dump(yaml.safe_load(open(sys.argv[1], encoding='utf-8', newline='')), open(sys.argv[2], 'w'))
        """;
    assertThat(runs("python3", "-c", script, yaml.toString(), json.toString()))
        .as("PyYAML reads the corpus")
        .isTrue();
    assertThat(JSON.readTree(json.toFile())).isEqualTo(tree);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonNode readBack(JsonNode tree) {
    var text = Yaml.write(tree);
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return JSON.valueToTree(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text));
  }

  private static String printable(String text) {
    return JSON.createObjectNode()
        .put("t", text.length() > 80 ? text.substring(0, 80) : text)
        .toString();
  }
}

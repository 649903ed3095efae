package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written is what every reader reads: texts stay texts, whatever they look like. */
class YamlTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void the_corpus_comes_back_from_a_reader_of_yaml_1_2() {
    assertThat(Corpus.trees())
        .hasSizeGreaterThan(50)
        .allSatisfy(tree -> assertThat(ReadBack.parsed(Yaml.write(tree), List.of(tree))).isEmpty());
  }

  @Test
  void the_corpus_comes_back_from_a_reader_of_yaml_1_1() {
    var likeness = new Likeness(OutsideReader.Kind.PYYAML);
    assertThat(Corpus.trees())
        .allSatisfy(
            tree -> assertThat(likeness.difference(tree, read11(Yaml.write(tree)))).isEmpty());
  }

  // No character at all; Kubernetes turns it down before anything is written.
  @Test
  void half_of_a_character_is_written_as_an_escape() {
    var tree = NODES.objectNode().put(Corpus.LONE_SURROGATE, "a" + Corpus.LONE_SURROGATE);
    assertThat(Yaml.write(tree)).isEqualTo("\"\\ud800\": \"a\\ud800\"\n");
    assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree))).isEmpty();
  }

  @Test
  void nothing_is_the_same_as_neither_an_empty_text_nor_nothing_said() {
    var tree = NODES.objectNode().putNull("null").put("empty", "");
    tree.putObject("map");
    tree.putArray("list");
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            "null": null
            empty: ""
            map: {}
            list: []
            """);
  }

  @Test
  void numbers_have_the_form_that_every_reader_takes_for_a_number() {
    var tree =
        NODES
            .objectNode()
            .put("long", Long.MIN_VALUE)
            .put("above", (1L << 53) + 1)
            .put("exponent", 1e21)
            .put("digits", 1e23)
            .put("small", 1e-7)
            .put("float", 0.002f)
            .put("decimal", new BigDecimal("1E+3"))
            .put("whole", new BigDecimal("100"));
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            long: -9223372036854775808
            above: 9007199254740993
            exponent: 1.0E+21
            digits: 1.0E+23
            small: 1.0E-7
            float: 0.002
            decimal: 1.0E+3
            whole: 100.0
            """);
  }

  @Test
  void lists_and_maps_stand_in_each_other() {
    var tree = NODES.objectNode();
    var list = tree.putArray("list");
    list.add("a\n\n b\n").addArray().add(1).addArray().add(2).add("c\nd");
    list.addArray().addObject().put("a", 1).putArray("b").addObject().putNull("c");
    list.addObject().putObject("map").putObject("empty");
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            list:
              - |
                a

                 b
              -   - 1
                  -   - 2
                      - |-
                        c
                        d
              -   - a: 1
                    b:
                      - c: null
              - map:
                  empty: {}
            """);
  }

  // Readers look for the colon on the same line, and no more than 1,024 characters further.
  @Test
  void a_key_that_is_empty_long_or_has_several_lines_is_marked_as_one() {
    var long127 = "k".repeat(127);
    var tree =
        NODES.objectNode().put("", 1).put("a\nb", "c\nd\n").put(long127, 2).put(long127 + "k", 3);
    tree.putObject("a\u2028").put("b", 4).put("c", 5);
    tree.putArray("a\u0085").add(6).add(7);
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            ? ""
            : 1
            ? "a\\nb"
            : |
              c
              d
            "%s": 2
            ? "%sk"
            : 3
            ? "a\\L"
            : b: 4
              c: 5
            ? "a\\N"
            :   - 6
                - 7
            """,
            long127, long127);
  }

  @Test
  void what_does_not_print_is_escaped_and_what_does_is_not() {
    var tree =
        NODES
            .objectNode()
            .put("short", "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029")
            .put("digits", "\u0001\u007f\u009f\ud800x\udc00\ufffe\uffff")
            .put("printed", "#éİ日\ud83d\ude00\udbff\udfff")
            .put("block", "é日\n\ud83d\ude00\n");
    assertThat(Yaml.write(tree))
        .isEqualTo(
            """
            short: "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\"\\\\\\N\\_\\L\\P"
            digits: "\\x01\\x7f\\x9f\\ud800x\\udc00\\ufffe\\uffff"
            printed: "#éİ日\ud83d\ude00\udbff\udfff"
            block: |
              é日
              \ud83d\ude00
            """);
  }

  @Test
  void an_object_that_stands_in_two_places_is_written_twice() {
    var shared = NODES.objectNode().put("a", 1);
    var tree = NODES.objectNode();
    tree.set("one", shared);
    tree.set("two", shared);
    tree.putArray("list").add(shared).add(shared);
    assertThat(Yaml.write(tree))
        .isEqualTo("one:\n  a: 1\ntwo:\n  a: 1\nlist:\n  - a: 1\n  - a: 1\n");
  }

  @Test
  void bytes_are_base64_as_in_json() {
    var tree = NODES.objectNode().put("bytes", new byte[] {1, 2, 3});
    assertThat(Yaml.write(tree)).isEqualTo("bytes: AQID\n");
    assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree))).isEmpty();
  }

  // YAML 1.1 in JavaScript reads a number without digits before its exponent; Go and Python do not.
  @ParameterizedTest
  @ValueSource(strings = {"e3", "e-3", "E+3", "y", "No", "~", "=", "<<", "12:30", "0o7", "1_000"})
  void what_one_reader_takes_for_something_else_is_quoted(String text) {
    assertThat(Yaml.write(NODES.objectNode().put(text, text)))
        .isEqualTo("\"%s\": \"%s\"\n", text, text);
  }

  @Test
  void a_byte_order_mark_is_escaped_wherever_it_stands() {
    var tree = NODES.objectNode().put("\ufeff", "\ufeff\\\ufeff\n\ufeff");
    assertThat(Yaml.write(tree)).isEqualTo("\"\\ufeff\": \"\\ufeff\\\\\\ufeff\\n\\ufeff\"\n");
    assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree))).isEmpty();
  }

  @Test
  void a_long_text_stays_on_its_line() {
    var text = "word ".repeat(500) + ".";
    assertThat(Yaml.write(NODES.objectNode().put("a", text)).lines()).hasSize(1);
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

  private static JsonNode read11(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(100);
    return JSON.valueToTree(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text));
  }
}

package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written differently from what was meant is noticed before it is published. */
class ReadBackTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode meant =
      NODES.objectNode().put("text", "1e3").put("number", 1).put("yes", true).putNull("nothing");

  ReadBackTest() {
    meant.putObject("a/b~c").putArray("list").add("x").add(0.5);
  }

  @Test
  void what_was_meant_is_read() {
    assertThat(difference(Yaml.write(meant))).isEmpty();
  }

  @Test
  void comments_and_several_documents_are_read() {
    var text = "# A comment.\n---\na: 1\n---\nb: 2\n";
    var one = NODES.objectNode().put("a", 1);
    var two = NODES.objectNode().put("b", 2);
    assertThat(ReadBack.difference(text, List.of(one, two))).isEmpty();
    assertThat(ReadBack.difference(text, List.of(one)))
        .contains("the top is the end of the file and would be read as DocumentStart");
    assertThat(ReadBack.difference(text, List.of(one, two, one)))
        .contains("the top is a document and would be read as StreamEnd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"1e3\"    | 1e3        | /text is the text \"1e3\" and would be read as the number 1e3",
        "\"1e3\"    | \"1e4\"    | /text is the text \"1e3\" and would be read as the text \"1e4\"",
        "\"1e3\"    | !!str 1e3  | /text is the text \"1e3\" and would be read as the number 1e3 with the tag tag:yaml.org,2002:str",
        "\"1e3\"    | &a \"1e3\" | /text is the text \"1e3\" and would be read as the text \"1e3\" with the anchor a",
        "number: 1  | number: 01.0 | /number is the number 1 and would be read as the number 01.0",
        "number: 1  | number: 2  | /number is the number 1 and would be read as the whole number 2",
        "number: 1  | number: 01 | /number is the number 1 and would be read as the whole number 01",
        "number: 1  | no: 1      | the top is the key \"number\" and would be read as the text \"no\"",
        "true       | True       | /yes is true and would be read as True",
        "true       | \"true\"   | /yes is true and would be read as the text \"true\"",
        "true       | TRUE       | /yes is true and would be read as TRUE",
        "null       | ~          | /nothing is null and would be read as ~",
        "null       | \"\"       | /nothing is null and would be read as the text \"\"",
        "0.5        | 0.50001    | /a~1b~0c/list/1 is the number 0.5 and would be read as the number 0.50001",
        "0.5        | [0.5]      | /a~1b~0c/list/1 is the number 0.5 and would be read as SequenceStart",
        "- 0.5      | - 0.5\\n    - 1 | /a~1b~0c/list is the end of the list and would be read as the whole number 1",
      })
  void one_change_in_a_file_is_a_difference(String from, String to, String difference) {
    var text = Yaml.write(meant);
    var changed = text.replace(from, to.replace("\\n", "\n"));
    assertThat(changed).isNotEqualTo(text);
    assertThat(difference(changed).orElseThrow()).startsWith(difference);
  }

  @Test
  void a_key_that_stands_twice_or_is_no_text_is_a_difference() {
    var tree = NODES.objectNode().put("1", 1);
    assertThat(ReadBack.difference("1: 1\n", List.of(tree)))
        .contains("the top is the key \"1\" and would be read as the whole number 1");
    assertThat(ReadBack.difference("\"1\": 1\n\"1\": 1\n", List.of(tree)))
        .contains("the top is the end of the map and would be read as the text \"1\"");
  }

  @Test
  void an_alias_is_a_difference_although_it_has_the_value() {
    var tree = NODES.objectNode().put("a", "x").put("b", "x");
    assertThat(ReadBack.difference("a: x\nb: *a\n", List.of(tree)))
        .contains("/b is the text \"x\" and would be read as Alias");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: !!map {}\\nb: [] | /a is a map and would be read as MappingStart with the tag tag:yaml.org,2002:map",
        "a: {}\\nb: !set []  | /b is a list and would be read as SequenceStart with the tag !set",
        "a: {}\\nb: &c []    | /b is a list and would be read as SequenceStart with the anchor c",
      })
  void a_tag_or_an_anchor_of_a_map_or_a_list_is_a_difference(String text, String difference) {
    var tree = NODES.objectNode();
    tree.putObject("a");
    tree.putArray("b");
    assertThat(ReadBack.difference(text.replace("\\n", "\n") + "\n", List.of(tree)))
        .contains(difference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [", "a: \"\\q\"\n", "\uFEFFa: 1\n", "a: 1"})
  void what_cannot_be_read_is_a_difference(String text) {
    assertThat(ReadBack.difference(text, List.of(NODES.objectNode().put("a", 1))))
        .get()
        .asString()
        .startsWith("it ");
  }

  @Test
  void a_number_without_an_end_is_a_difference() {
    JsonNode tree = NODES.objectNode().put("a", Double.NaN);
    assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree)))
        .contains("/a is the number NaN and would be read as the text \"NaN\"");
  }

  @Test
  void more_digits_than_a_double_has_are_compared() {
    JsonNode tree = NODES.objectNode().put("a", new BigDecimal("0.12345678901234567890123"));
    assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree))).isEmpty();
    assertThat(ReadBack.difference("a: 0.12345678901234567890124\n", List.of(tree))).isPresent();
  }

  // The parser lacks two escapes; scripts hold the same letters outside of quotes.
  @ParameterizedTest
  @ValueSource(
      strings = {"\u2028", "a\u2029b", "\\\u2028", "\\L", "\\\\L\u2028", "s/x/\\L&/\n", "\\\\P\n"})
  void separators_of_lines_and_backslashes_are_told_apart(String text) {
    JsonNode tree = NODES.objectNode().put("a", text).put("b", text + text);
    assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree))).isEmpty();
  }

  // The parser reads blocks of 1,024 characters.
  @Test
  void a_character_of_two_halves_may_stand_anywhere() {
    for (int length = 900; length < 1_100; length++) {
      JsonNode tree =
          NODES.objectNode().put("a", "x".repeat(length) + "\ud83d\ude00\n\ud83d\ude00y");
      assertThat(ReadBack.difference(Yaml.write(tree), List.of(tree))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
  void half_a_character_in_a_file_is_a_difference(String half) {
    for (int length = 1_000; length < 1_050; length++) {
      var text = "x".repeat(length) + half;
      JsonNode tree = NODES.objectNode().put("a", text);
      assertThat(ReadBack.difference("a: \"" + text + "\"\n", List.of(tree))).isPresent();
    }
  }

  @Test
  void a_difference_names_the_file_and_nothing_is_written() {
    JsonNode tree = NODES.objectNode().put("a", Double.NaN);
    assertThatExceptionOfType(YamlMismatchException.class)
        .isThrownBy(() -> Yaml.file("clusters/home/a.yaml", "# A head.\n", List.of(tree)))
        .withMessage(
            "clusters/home/a.yaml: /a is the number NaN and would be read as the text \"NaN\": nothing was written; this is a mistake of homelab4j, report it with this line");
  }

  @Test
  void a_head_that_is_no_comment_is_noticed() {
    assertThatExceptionOfType(YamlMismatchException.class)
        .isThrownBy(() -> Yaml.file("a.yaml", "# A head\nof two lines.\n", List.of(meant)));
  }

  private java.util.Optional<String> difference(String text) {
    return ReadBack.difference(text, List.of(meant));
  }
}

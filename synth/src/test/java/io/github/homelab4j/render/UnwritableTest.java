package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize and kustomize-controller change or turn down; measured with kustomize 0.20.1. */
class UnwritableTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String CONTROL =
      "kustomize-controller turns it down: control characters are not allowed";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0085 | U+0085 NEXT LINE (NEL) | kustomize turns it into a blank",
        "007f | U+007F DELETE | " + CONTROL,
        "0080 | U+0080 PADDING CHARACTER | " + CONTROL,
        "009f | U+009F APPLICATION PROGRAM COMMAND | " + CONTROL,
        "fffe | U+FFFE noncharacter | " + CONTROL,
        "ffff | U+FFFF noncharacter | " + CONTROL,
        "d800 | U+D800 lone surrogate | it is half a character",
        "dfff | U+DFFF lone surrogate | it is half a character",
        "0000 | U+0000 NULL | no text holds it: binary data goes into binaryData, encoded",
        "001b | U+001B ESCAPE | no text holds it: binary data goes into binaryData, encoded",
      })
  void a_character_that_does_not_pass_is_named_with_its_place(
      String code, String what, String why) {
    var text = "a" + (char) Integer.parseInt(code, 16) + "b";
    var object = NODES.objectNode();
    object.putObject("data").putArray("a/b").add("fine").add(text);
    assertThat(Unwritable.find(object)).containsExactly(new Unwritable("/data/a~1b/1", what, why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\tb\n",
        "Windows\r\n",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "\ufffd",
        "\ud83d\ude00",
        "日本"
      })
  void what_passes_is_fine(String text) {
    assertThat(Unwritable.find(NODES.objectNode().put(text, text))).isEmpty();
  }

  @Test
  void each_value_is_named() {
    var object = NODES.objectNode().put("a", "\u0085\u0085").put("b", "c").put("d", "\u007f");
    assertThat(Unwritable.find(object)).extracting(Unwritable::pointer).containsExactly("/a", "/d");
  }

  @Test
  void a_key_is_named_with_the_map_that_holds_it() {
    var object = NODES.objectNode();
    object.putObject("data").put("a\u0085b", 1);
    assertThat(Unwritable.find(object))
        .containsExactly(
            new Unwritable(
                "/data",
                "U+0085 NEXT LINE (NEL) in the key \"a\\u0085b\"",
                "kustomize turns it into a blank"));
  }

  @Test
  void a_key_that_looks_like_a_merge_is_lost() {
    assertThat(Unwritable.find(NODES.objectNode().put("<<", "a")))
        .containsExactly(
            new Unwritable("", "the key \"<<\"", "kustomize takes it for a merge and drops it"));
    assertThat(Unwritable.find(NODES.objectNode().put("<<<", "<<").put("=", "~"))).isEmpty();
  }

  @Test
  void a_key_above_a_thousand_characters_cannot_be_read() {
    assertThat(Unwritable.find(NODES.objectNode().put("k".repeat(1_000), 1))).isEmpty();
    assertThat(Unwritable.find(NODES.objectNode().put("k".repeat(1_001), 1)))
        .containsExactly(
            new Unwritable(
                "",
                "the key \"" + "k".repeat(80) + "…\" of 1001 characters",
                "kustomize cannot read keys of more than 1000"));
  }

  @Test
  void numbers_of_more_than_64_bits_lose_the_rest() {
    var why = "Kubernetes keeps 64 bits of a number, the rest is lost: make it a text";
    var object =
        NODES
            .objectNode()
            .put("int", new BigInteger("9223372036854775808"))
            .put("decimal", new BigDecimal("0.12345678901234567890"));
    assertThat(Unwritable.find(object))
        .containsExactly(
            new Unwritable("/int", "the number 9223372036854775808", why),
            new Unwritable("/decimal", "the number 0.12345678901234567890", why));
  }

  @Test
  void numbers_of_64_bits_pass() {
    var object =
        NODES
            .objectNode()
            .put("least", Long.MIN_VALUE)
            .put("most", BigInteger.valueOf(Long.MAX_VALUE))
            .put("double", 1e23)
            .put("float", 0.002f)
            .put("decimal", new BigDecimal("1E+23"));
    assertThat(Unwritable.find(object)).isEmpty();
  }

  @Test
  void what_is_no_number_is_named() {
    assertThat(Unwritable.find(NODES.objectNode().put("a", Double.NEGATIVE_INFINITY)))
        .containsExactly(new Unwritable("/a", "-Infinity", "JSON has no such number"));
  }
}

package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is certain without a parser, and what is left to it although it may well be right. */
class StrictReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void all_that_it_knows_is_certain() throws IOException {
    var text =
        """
        # A comment: with 'anything' # in it.
        #
        ---
        apiVersion: v1
        metadata:
          app.kubernetes.io/name: a-b_c.d
          "1": true
        list:
          - text
          - 0
          - -12
          - a: false
            b:
              - {}
              - []
          -   -   - 9007199254740991
              - |-
                #!/bin/sh

                  a: "b" \\
          - "a: \\"b\\" \\\\ \\n\\t~!"
        image: ghcr.io/a/b:1.2.3
        amount: 500m
        memory: 10Gi
        sentence: Keeps it (mostly), as a=b+c@d said
        script: |
          a
        /path: /a
        _under: _a
        ---
        kind: B
        """;
    var first =
        """
        {"apiVersion": "v1",
         "metadata": {"app.kubernetes.io/name": "a-b_c.d", "1": true},
         "list": ["text", 0, -12, {"a": false, "b": [{}, []]},
           [[9007199254740991], "#!/bin/sh\\n\\n  a: \\"b\\" \\\\"], "a: \\"b\\" \\\\ \\n\\t~!"],
         "image": "ghcr.io/a/b:1.2.3", "amount": "500m", "memory": "10Gi",
         "sentence": "Keeps it (mostly), as a=b+c@d said", "script": "a\\n",
         "/path": "/a", "_under": "_a"}
        """;
    var documents = List.of(JSON.readTree(first), JSON.readTree("{\"kind\": \"B\"}"));
    assertThat(ReadBack.parsed(text, documents)).isEmpty();
    assertThat(StrictReader.isCertain(text, documents)).isTrue();
    assertThat(StrictReader.isCertain(text, documents.subList(0, 1))).isFalse();
    assertThat(StrictReader.isCertain(text + "---\nkind: C\n", documents)).isFalse();
  }

  // A value of a, as it stands and as JSON; \n is a line end.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'b'                  | "b"
          b # c                | "b"
          `b  `                | "b"
          b  c                 | "b  c"
          b;c                  | "b;c"
          b::c                 | "b::c"
          b :c                 | "b :c"
          é                    | "é"
          "é"                  | "é"
          "\\x41"              | "A"
          "\\/"                | "/"
          "b\tc"               | "b\\tc"
          1_0                  | "1_0"
          12:30                | "12:30"
          7d                   | "7d"
          0s                   | "0s"
          1e3s                 | "1e3s"
          1sm                  | "1sm"
          1Gib                 | "1Gib"
          .b                   | ".b"
          -b                   | "-b"
          +1b                  | "+1b"
          e3                   | "e3"
          E-3                  | "E-3"
          e+3                  | "e+3"
          e.3                  | "e.3"
          y                    | "y"
          N                    | "N"
          Yes                  | "Yes"
          nO                   | "nO"
          tRue                 | "tRue"
          faLse                | "faLse"
          on                   | "on"
          OFF                  | "OFF"
          nuLl                 | "nuLl"
          nAn                  | "nAn"
          inf                  | "inf"
          =                    | "="
          null                 | null
          0.5                  | 0.5
          9007199254740992     | 9007199254740992
          -9007199254740992    | -9007199254740992
          -9223372036854775808 | -9223372036854775808
          9223372036854775808  | 9223372036854775808
          `|+\\n  b`           | "b\\n"
          `|\\n   b`           | "b\\n"
          `|2\\n    b`         | "  b\\n"
          `|\\n  b `           | "b \\n"
          `|-\\n  b\\n   \\n  c` | "b\\n \\nc"
          `|\\n  b\\n  é`      | "b\\né\\n"
          `|\\n\\n  b`         | "\\nb\\n"
          `|+\\n  b\\n`        | "b\\n\\n"
          `|-\\n  b\\n`        | "b"
          `>\\n  b`            | "b\\n"
          `|-`                 | ""
          `b\\n  c`            | "b c"
          `{b: c}`             | {"b": "c"}
          `[b]`                | ["b"]
          `{ }`                | {}
          `\\n- b`             | ["b"]
          `\\n   - b`          | ["b"]
          `\\n  -  b`          | ["b"]
          `\\n    b: c`        | {"b": "c"}
          `\\n  b:  c`         | {"b": "c"}
          `\\n  b: # c\\n    c` | {"b": "c"}
          `\\n  'b': c`        | {"b": "c"}
          `\\n  b : c`         | {"b": "c"}
          `\\n  1b: c`         | {"1b": "c"}
          `\\n  b+: c`         | {"b+": "c"}
          `\\n  Yes: c`        | {"Yes": "c"}
          `\\n  e3: c`         | {"e3": "c"}
          `\\n  ? b\\n  : c`   | {"b": "c"}
          `\\n  "": c`         | {"": "c"}
          """)
  void what_it_does_not_know_is_left_to_the_parser_which_knows_it(String value, String json)
      throws IOException {
    var text = "---\na: " + value.replace("\\n", "\n") + "\n";
    text = text.replace(": \n", ":\n");
    assertUnknown(text, "{\"a\": " + json + "}");
    assertThat(ReadBack.parsed(text, List.of(JSON.readTree("{\"a\": " + json + "}")))).isEmpty();
  }

  private void assertUnknown(String text, String json) throws IOException {
    var meant = List.of(JSON.readTree(json));
    assertThat(StrictReader.isCertain(text, meant)).as(text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n",
        "---\na: 1",
        "---\na: 1\n\n",
        "---\na: 1\n...\n",
        "---\n\na: 1\n",
        "--- \na: 1\n",
        "---\na: 1\n# After.\n",
        "---\n a: 1\n",
        "\n---\na: 1\n",
        " # Indented.\n---\na: 1\n",
        "# é\n---\na: 1\n",
        "# \u2028\n---\na: 1\n",
        "#",
        "%YAML 1.2\n---\na: 1\n",
        "\ufeff---\na: 1\n",
        "---\r\na: 1\r\n",
        "---\na: 1\u0000",
        "---\na: 01\n",
        "---\na: +1\n",
        "---\na: 1 \n",
        "---\na:\t1\n",
        "---\na: !!int 1\n",
        "---\na: &b 1\n",
      })
  void other_forms_of_a_file_are_left_to_the_parser(String text) throws IOException {
    assertUnknown(text, "{\"a\": 1}");
  }

  @Test
  void other_documents_are_left_to_the_parser() throws IOException {
    assertUnknown("---\na\n", "\"a\"");
    assertUnknown("---\n{}\n", "{}");
    assertUnknown("---\n", "{}");
    assertUnknown("---\n- a\n", "[\"a\"]");
    assertUnknown("---\n", "[\"a\"]");
    assertThat(StrictReader.isCertain("# a\n", List.of())).isFalse();
    var bytes = NODES.objectNode().put("a", new byte[] {1, 2, 3});
    assertThat(StrictReader.isCertain("---\na: AQID\n", List.of(bytes))).isFalse();
  }

  @Test
  void what_only_looks_like_it_is_left_to_the_parser() throws IOException {
    assertUnknown("---\na: 1\n", "{\"a\": 1.0}");
    assertUnknown("---\na: 1\n", "{\"a\": 1.5}");
    assertUnknown("---\na: 1\n", "{\"a\": 18446744073709551617}");
    assertUnknown("---\na: 1\n", "{\"a\": \"1\"}");
    assertUnknown("---\n\"b\\nc\": 1\n", "{\"b\\nc\": 1}");
    assertUnknown("---\na: |\n  b\n\n", "{\"a\": \"b\\n\\n\"}");
  }

  @Test
  void long_keys_and_texts_are_left_to_the_parser() {
    for (var quote : List.of("", "\"")) {
      assertThat(isCertain(quote + "k".repeat(120) + quote + ": 1", "k".repeat(120), 1)).isTrue();
      assertThat(isCertain(quote + "k".repeat(121) + quote + ": 1", "k".repeat(121), 1)).isFalse();
    }
    assertThat(isCertain("a: " + "k".repeat(1_000), "a", "k".repeat(1_000))).isTrue();
    assertThat(isCertain("a: " + "k".repeat(1_001), "a", "k".repeat(1_001))).isFalse();
  }

  private static boolean isCertain(String line, String key, Object value) {
    var meant = NODES.objectNode().set(key, JSON.valueToTree(value));
    return StrictReader.isCertain("---\n" + line + "\n", List.of(meant));
  }

  @Test
  void nearly_all_files_of_the_reference_clusters_are_certain() throws IOException {
    var options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    var yaml = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
    int certain = 0;
    var others = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("../clusters"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        var text = Files.readString(file);
        var documents = new ArrayList<JsonNode>();
        yaml.loadAll(text).forEach(document -> documents.add(JSON.valueToTree(document)));
        if (StrictReader.isCertain(text, documents)) {
          certain++;
        } else {
          others.add(file);
        }
      }
    }
    assertThat(certain).as("%s", others).isGreaterThan(19 * others.size()).isGreaterThan(100);
  }
}

package io.github.homelab4j.coverage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where each fact of a homelab's document shows: {@code coverage/<homelab>.yaml}.
 *
 * @param homelab the homelab
 * @param entries the facts of each entry of the catalogue, by its name
 */
record Coverage(String homelab, Map<String, List<Fact>> entries) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  static Coverage read(String homelab, InputStream in) throws IOException {
    return new Coverage(
        homelab,
        new TreeMap<>(YAML.readValue(in, new TypeReference<Map<String, List<Fact>>>() {})));
  }

  static Coverage read(String text) throws IOException {
    return new Coverage(
        "", new TreeMap<>(YAML.readValue(text, new TypeReference<Map<String, List<Fact>>>() {})));
  }

  @Override
  public String toString() {
    return homelab;
  }

  /** All facts with the name of their entry. */
  Stream<Map.Entry<String, Fact>> facts() {
    return entries.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(fact -> Map.entry(entry.getKey(), fact)));
  }

  /**
   * One sentence of the document, and where it shows. Several kinds of evidence add up; {@code
   * prose} stands alone.
   *
   * @param fact the sentence, as in the catalogue
   * @param output fields of the synthesized output
   * @param plan accessors of the plan joined by dots, as {@code infra.nodes}, or words that occur
   *     in it
   * @param test tests, as {@code RookCephTest.keeps_three_copies}
   * @param file files that are written, and a text in them
   * @param hosts addresses or names in the plan of what is outside Kubernetes
   * @param prose one word that says why the sentence asserts nothing
   */
  record Fact(
      String fact,
      List<Output> output,
      List<String> plan,
      List<String> test,
      List<Written> file,
      List<String> hosts,
      String prose) {
    Fact {
      output = output == null ? List.of() : output;
      plan = plan == null ? List.of() : plan;
      test = test == null ? List.of() : test;
      file = file == null ? List.of() : file;
      hosts = hosts == null ? List.of() : hosts;
      prose = prose == null ? "" : prose;
    }

    /** The kind that it counts as. */
    String kind() {
      if (!output.isEmpty()) {
        return "output";
      }
      if (!file.isEmpty()) {
        return "file";
      }
      if (!plan.isEmpty()) {
        return "plan";
      }
      if (!test.isEmpty()) {
        return "test";
      }
      return !hosts.isEmpty() ? "hosts" : prose.isEmpty() ? "nothing" : "prose";
    }
  }

  /**
   * A field of an object.
   *
   * @param cluster the cluster
   * @param object kind, namespace and name, as {@code Service database/harbor-pooler}
   * @param field JSON pointer
   * @param value what stands there; when it is left out, that the field is there is the evidence
   */
  record Output(String cluster, String object, String field, JsonNode value) {}

  /**
   * A text in a file.
   *
   * @param cluster the cluster
   * @param path the file below the cluster's folder
   * @param has a text of one line or more in it, blanks at line ends and beginnings apart
   */
  record Written(String cluster, String path, String has) {}
}

package io.github.homelab4j.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.FluxRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A Secret that the owner encrypted with SOPS. Its bytes are never written anew: SOPS signs them.
 *
 * @param fileName its name
 * @param namespace the namespace of the Secret
 * @param content the file as it is
 */
public record SopsFile(String fileName, String namespace, String content) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * The files of a cluster; what is not a wholly encrypted Secret with a namespace is a finding.
   */
  public static List<SopsFile> read(Path secrets, String cluster, List<Finding> findings) {
    var folder = secrets.resolve(cluster);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var files = new ArrayList<SopsFile>();
    try (var all = Files.list(folder)) {
      for (var file :
          all.filter(path -> path.toString().endsWith(".sops.yaml")).sorted().toList()) {
        var content = Files.readString(file);
        var documents = documents(content);
        var tree = documents.size() == 1 ? documents.get(0) : YAML.createObjectNode();
        var namespace = tree.at("/metadata/namespace").asText();
        var wrong = documents.size() == 1 ? problem(tree, namespace) : notOne(documents.size());
        if (wrong.isEmpty()) {
          files.add(new SopsFile(file.getFileName().toString(), namespace, content));
        } else {
          findings.add(
              new Finding(
                  FluxRule.SOPS_INVALID,
                  cluster + "/" + file.getFileName(),
                  new Origin(file.getFileName().toString(), 1, ""),
                  wrong));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  // A parser that is asked for one document leaves the others unread, and they would be copied.
  private static List<JsonNode> documents(String content) throws IOException {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(content)) {
      return all.readAll();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  // What the parser says of a file that it cannot read may quote it.
  private static String notOne(int documents) {
    return documents == 0
        ? "it is not YAML: restore it with git checkout, or encrypt the Secret anew"
        : "it holds %s documents, and only one is checked: give each Secret a file of its own"
            .formatted(documents);
  }

  /** The Secret, as it can be read without the key: its names are plain, its values are not. */
  public Emitted object() {
    try {
      return Emitted.foreign(YAML.readTree(content));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  // An encrypted_regex that matches nothing leaves plain text under a valid signature: the leaves
  // themselves are looked at.
  private static String problem(JsonNode tree, String namespace) {
    if (!tree.path("kind").asText().equals("Secret") || namespace.isEmpty()) {
      return "it is not a Secret with a namespace: give it kind Secret and metadata.namespace, which stay readable";
    }
    if (tree.at("/sops/mac").isMissingNode()
        || !isEncrypted(tree.path("data"))
        || !isEncrypted(tree.path("stringData"))) {
      return "it holds values in plain text: encrypt it with sops --encrypt --encrypted-regex '^(data|stringData)$' --in-place";
    }
    return "";
  }

  private static boolean isEncrypted(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .allMatch(value -> value.asText().startsWith("ENC["));
  }
}

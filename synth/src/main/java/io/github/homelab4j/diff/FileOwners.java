package io.github.homelab4j.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.homelab4j.change.CommittedTree;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which component writes which file of a machine, as the inventory of a tree says. */
final class FileOwners {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> components = new TreeMap<>();
  private final Map<String, String> kinds = new TreeMap<>();

  private FileOwners() {}

  static FileOwners of(CommittedTree tree) {
    var owners = new FileOwners();
    for (var host : inventory(tree).path("hosts")) {
      for (var file : host.path("files")) {
        owners.components.put(file.path("path").asText(), host.path("name").asText());
        owners.kinds.put(file.path("path").asText(), file.path("kind").asText());
      }
    }
    return owners;
  }

  // One that somebody broke by hand says nothing.
  private static JsonNode inventory(CommittedTree tree) {
    try {
      return JSON.readTree(tree.content("inventory.json"));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The component of a file; nothing when the inventory does not have it. */
  Optional<String> component(String path) {
    return Optional.ofNullable(components.get(path));
  }

  /** What a file is, as {@code nftables rules}; empty when the inventory does not have it. */
  String kind(String path) {
    return kinds.getOrDefault(path, "");
  }
}

package io.github.homelab4j.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that is written.
 *
 * @param tree the object as it is written
 * @param health how its health is told, when its status has no standard conditions
 */
public record Emitted(ObjectNode tree, Optional<Health> health) {
  private static final String PRUNE = "kustomize.toolkit.fluxcd.io/prune";
  // What takes data with it when a file moves or a component leaves the stack.
  private static final Set<String> KEPT =
      Set.of(
          "Namespace",
          "PersistentVolumeClaim",
          "PersistentVolume",
          "StorageClass",
          "CustomResourceDefinition");

  /** An object of a component. */
  public static Emitted of(HasMetadata object) {
    var tree = Json.tree(object);
    if (KEPT.contains(object.getKind()) || object.getClass().isAnnotationPresent(KeepsData.class)) {
      ((ObjectNode) tree.get("metadata")).withObjectProperty("annotations").put(PRUNE, "disabled");
    }
    return new Emitted(tree, Optional.ofNullable(object.getClass().getAnnotation(Health.class)));
  }

  /** A file of a machine, as texts that checks look through: one a line. */
  static Emitted of(HostFile file) {
    var tree = JsonNodeFactory.instance.objectNode().put("kind", "HostFile");
    tree.putObject("metadata").put("name", file.output());
    var lines = tree.putArray("lines");
    file.text().lines().forEach(lines::add);
    return new Emitted(tree, Optional.empty());
  }

  /** An object of a chart that is not one of ours. */
  public static Emitted foreign(Object object) {
    return new Emitted(Json.tree(object), Optional.empty());
  }

  /** Group and version. */
  public String apiVersion() {
    return tree.path("apiVersion").asText();
  }

  /** The API group; empty for the core kinds. */
  public String group() {
    var slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  /** The kind. */
  public String kind() {
    return tree.path("kind").asText();
  }

  /** The name. */
  public String name() {
    return tree.at("/metadata/name").asText();
  }

  /** The namespace, or empty for what belongs to the whole cluster. */
  public String namespace() {
    return tree.at("/metadata/namespace").asText("");
  }

  /** What identifies it in a cluster. */
  public String key() {
    return "%s/%s/%s/%s".formatted(group(), kind(), namespace(), name());
  }

  /** As {@code Service database/harbor-pooler}. */
  public String describe() {
    return namespace().isEmpty()
        ? kind() + " " + name()
        : "%s %s/%s".formatted(kind(), namespace(), name());
  }

  /** Host names that it leads into the cluster: of routes and Ingresses. */
  public List<String> hostnames() {
    var names = new ArrayList<String>();
    if (kind().endsWith("Route")) {
      at("/spec/hostnames").forEach(name -> names.add(name.asText()));
    } else if (kind().equals("Ingress")) {
      at("/spec/rules").forEach(rule -> names.add(rule.path("host").asText("")));
      names.removeIf(String::isEmpty);
    }
    return names.stream().distinct().toList();
  }

  /** A part of it by JSON pointer. */
  public JsonNode at(String pointer) {
    return tree.at(pointer);
  }
}

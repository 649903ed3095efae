package io.github.homelab4j.graph;

import com.fasterxml.jackson.core.JsonPointer;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An object that is written. What it is and what it is called does not change any more once it is
 * made; its annotations may.
 */
public final class Emitted {
  private static final String PRUNE = "kustomize.toolkit.fluxcd.io/prune";
  // What takes data with it when a file moves or a component leaves the stack.
  private static final Set<String> KEPT =
      Set.of(
          "Namespace",
          "PersistentVolumeClaim",
          "PersistentVolume",
          "StorageClass",
          "CustomResourceDefinition");

  // The few that checks ask for, read once.
  private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

  private final ObjectNode tree;
  private final Optional<Health> health;
  private final String apiVersion;
  private final String group;
  private final String kind;
  private final String name;
  private final String namespace;
  private final String key;
  private final String description;

  // All checks ask for these, many times.
  private Emitted(ObjectNode tree, Optional<Health> health) {
    this.tree = tree;
    this.health = health;
    apiVersion = tree.path("apiVersion").asText();
    kind = tree.path("kind").asText();
    var metadata = tree.path("metadata");
    name = metadata.path("name").asText();
    namespace = metadata.path("namespace").asText("");
    var slash = apiVersion.indexOf('/');
    group = slash < 0 ? "" : apiVersion.substring(0, slash);
    var path = namespace + "/" + name;
    key = group + "/" + kind + "/" + path;
    description = kind + " " + (namespace.isEmpty() ? name : path);
  }

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

  /** The object as it is written. */
  public ObjectNode tree() {
    return tree;
  }

  /** How its health is told, when its status has no standard conditions. */
  public Optional<Health> health() {
    return health;
  }

  /** Group and version. */
  public String apiVersion() {
    return apiVersion;
  }

  /** The API group; empty for the core kinds. */
  public String group() {
    return group;
  }

  /** The kind. */
  public String kind() {
    return kind;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The namespace, or empty for what belongs to the whole cluster. */
  public String namespace() {
    return namespace;
  }

  /** What identifies it in a cluster: {@code group/kind/namespace/name}. */
  public String key() {
    return key;
  }

  /** As {@code Service database/harbor-pooler}. */
  public String describe() {
    return description;
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

  /** A part of it by JSON pointer, one of those that are asked of many objects. */
  public JsonNode at(String pointer) {
    return tree.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Emitted emitted
            && key.equals(emitted.key)
            && tree.equals(emitted.tree)
            && health.equals(emitted.health);
  }

  // Not of the tree, which is large, and whose annotations change.
  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return description;
  }
}

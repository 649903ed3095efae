package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One document of a file of a cluster, as any reader of YAML sees it.
 *
 * @param cluster the cluster
 * @param file the file's path below the cluster's folder
 * @param tree the document
 */
public record Manifest(String cluster, String file, JsonNode tree) {
  /** The kind. */
  public String kind() {
    return at("/kind").asText();
  }

  /** The API group; empty for the core kinds. */
  public String group() {
    var apiVersion = at("/apiVersion").asText();
    var slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** The name. */
  public String name() {
    return at("/metadata/name").asText();
  }

  /** The namespace, or empty. */
  public String namespace() {
    return at("/metadata/namespace").asText("");
  }

  /** The folder of its file. */
  String folder() {
    return file.substring(0, file.lastIndexOf('/'));
  }

  /** A part of it by JSON pointer. */
  public JsonNode at(String pointer) {
    return tree.at(pointer);
  }

  /** Whether Flux's kustomize-controller reconciles it. */
  boolean isFluxKustomization() {
    return is("kustomize.toolkit.fluxcd.io", "Kustomization");
  }

  /** Whether it is a list of files for kustomize, which never reaches a cluster. */
  boolean isKustomizeFile() {
    return is("kustomize.config.k8s.io", "Kustomization");
  }

  boolean is(String group, String kind) {
    return group().equals(group) && kind().equals(kind);
  }

  /** What identifies it in its cluster. */
  String key() {
    return "%s %s".formatted(group(), describe());
  }

  /** As {@code Service database/harbor-pooler}. */
  public String describe() {
    return namespace().isEmpty()
        ? kind() + " " + name()
        : "%s %s/%s".formatted(kind(), namespace(), name());
  }

  @Override
  public String toString() {
    return "%s in clusters/%s/%s".formatted(describe(), cluster, file);
  }
}

package io.github.homelab4j.core;

/**
 * A label that a namespace of the cluster carries because of a component, which acts on all that
 * runs in it: a service mesh.
 *
 * @param namespace the namespace
 * @param key the label's key
 * @param value its value
 */
public record NamespaceLabel(NamespaceRef namespace, String key, String value) {}

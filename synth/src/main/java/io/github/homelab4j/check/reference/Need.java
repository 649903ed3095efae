package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Subject;

/**
 * A place where an object names another one of its cluster.
 *
 * @param by who names it
 * @param at where in it, as {@code spec.secretName}
 * @param kind the kind of what is named
 * @param namespace its namespace, or empty
 * @param name its name
 * @param part a key, a port or a listener of it; empty when it is named as a whole
 */
record Need(Subject by, String at, String kind, String namespace, String name, String part) {
  /** As {@code Secret registry/harbor}. */
  String describe() {
    return "%s %s".formatted(kind, path());
  }

  /** As {@code registry/harbor}. */
  String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}

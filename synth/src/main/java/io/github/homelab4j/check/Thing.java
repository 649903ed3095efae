package io.github.homelab4j.check;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that a cluster has, and what can be named of it: keys of a Secret or ConfigMap, ports
 * of a Service by number and by name, listeners of a Gateway.
 *
 * @param kind its kind
 * @param namespace its namespace, or empty
 * @param name its name
 * @param proof how it is known
 * @param parts what can be named of it; empty when that is not known
 */
public record Thing(
    String kind, String namespace, String name, Proof proof, Optional<SortedSet<String>> parts) {
  /** Something of which nothing more is known. */
  public static Thing of(String kind, String namespace, String name, Proof proof) {
    return new Thing(kind, namespace, name, proof, Optional.empty());
  }

  /** The same, of which just these parts can be named. */
  public Thing with(Collection<String> all) {
    return new Thing(
        kind,
        namespace,
        name,
        proof,
        Optional.of(Collections.unmodifiableSortedSet(new TreeSet<>(all))));
  }

  /** Whether a part can be named, as far as it is known. */
  public boolean hasPart(String part) {
    return parts.map(all -> all.contains(part)).orElse(true);
  }

  /** Known twice: the stronger proof, and the parts of both. */
  Thing and(Thing other) {
    var both = new TreeSet<String>();
    parts.ifPresent(both::addAll);
    other.parts.ifPresent(both::addAll);
    var stronger = proof.compareTo(other.proof) <= 0 ? this : other;
    return parts.isEmpty() && other.parts.isEmpty() ? stronger : stronger.with(both);
  }

  /** As {@code registry/harbor}, or the name alone for what belongs to the whole cluster. */
  public String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}

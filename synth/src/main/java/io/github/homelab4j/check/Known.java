package io.github.homelab4j.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a cluster has: what is emitted and what its controllers make of it, what charts and
 * operators create by the facts of their components, and what is declared to be there.
 */
public final class Known {
  private final TreeMap<String, TreeMap<String, Thing>> byKind = new TreeMap<>();

  Known() {}

  void add(Thing thing) {
    byKind
        .computeIfAbsent(thing.kind(), kind -> new TreeMap<>())
        .merge(thing.path(), thing, Thing::and);
  }

  /** Something by its name; the namespace is empty for what belongs to the whole cluster. */
  public Optional<Thing> find(String kind, String namespace, String name) {
    var path = namespace.isEmpty() ? name : namespace + "/" + name;
    return Optional.ofNullable(byKind.getOrDefault(kind, new TreeMap<>()).get(path));
  }

  /** All of a kind, sorted by namespace and name. */
  public Collection<Thing> all(String kind) {
    return byKind.getOrDefault(kind, new TreeMap<>()).values();
  }

  /** Names of a kind in a namespace; when there are none, those of all with their namespaces. */
  public List<String> names(String kind, String namespace) {
    var own =
        all(kind).stream()
            .filter(thing -> thing.namespace().equals(namespace))
            .map(Thing::name)
            .toList();
    return own.isEmpty() ? all(kind).stream().map(Thing::path).toList() : own;
  }
}

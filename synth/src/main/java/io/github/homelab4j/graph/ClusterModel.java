package io.github.homelab4j.graph;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.PodSecurity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a cluster is made of.
 *
 * @param cluster the stack
 * @param components its components, without those that are switched off
 * @param units what Flux applies to it, in the order of the stack
 * @param hosts what runs outside it, in the order of the stack; the objects of these units are
 *     files
 * @param namespaces the namespaces that it declares, with the strictest level that fits what runs
 *     in them
 * @param links references of its components, also to other clusters
 * @param byKustomization its parts by the name of their Kustomization
 */
public record ClusterModel(
    Cluster cluster,
    List<Component> components,
    List<Unit> units,
    List<Unit> hosts,
    SortedMap<String, PodSecurity> namespaces,
    List<Link> links,
    Map<String, Part> byKustomization) {
  /** Its name. */
  public String id() {
    return cluster.id();
  }

  /** Its components of which nothing is written, in the order of the stack. */
  public List<Component> switchedOff() {
    return cluster.components().stream().filter(each -> !components.contains(each)).toList();
  }

  /** All parts. */
  public Stream<Part> parts() {
    return units.stream().flatMap(unit -> unit.parts().stream());
  }

  /** All objects of its units. */
  public Stream<Emitted> objects() {
    return units.stream().flatMap(Unit::objects);
  }

  /** Labels that components give to namespaces, by the namespace. */
  public Map<String, SortedMap<String, String>> namespaceLabels() {
    var labels = new HashMap<String, SortedMap<String, String>>();
    units.stream()
        .flatMap(unit -> unit.component().stream())
        .flatMap(component -> component.namespaceLabels().stream())
        .forEach(
            label ->
                labels
                    .computeIfAbsent(label.namespace().name(), name -> new TreeMap<>())
                    .put(label.key(), label.value()));
    return labels;
  }

  /** The unit of a name. */
  public Optional<Unit> unit(String name) {
    return units.stream().filter(unit -> unit.name().equals(name)).findFirst();
  }

  /** The unit of a name, or what runs outside the cluster under it. */
  public Optional<Unit> unitOrHost(String name) {
    return Stream.concat(units.stream(), hosts.stream())
        .filter(unit -> unit.name().equals(name))
        .findFirst();
  }
}

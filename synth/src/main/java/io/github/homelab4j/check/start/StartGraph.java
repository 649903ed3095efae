package io.github.homelab4j.check.start;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.start.StartEdge.Kind;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each component needs to start: references, definitions, the foundations of its cluster, and
 * Flux, unless it is installed before Flux.
 */
public final class StartGraph {
  private final SortedMap<String, List<StartEdge>> needs = new TreeMap<>();
  private final Map<String, Bootstrap> bootstraps = new LinkedHashMap<>();

  private StartGraph() {}

  /** The graph of a homelab. */
  public static StartGraph of(Resolution resolution) {
    return of(resolution.clusters().stream().map(ClusterView::of).toList());
  }

  /** The graph of a homelab's clusters. */
  public static StartGraph of(List<ClusterView> clusters) {
    var graph = new StartGraph();
    for (var view : clusters) {
      StartNeeds.of(view).forEach(graph::add);
    }
    clusters.forEach(view -> graph.beforeFlux(view.model()));
    return graph;
  }

  private void add(StartEdge edge) {
    var list = needs.computeIfAbsent(edge.from(), key -> new ArrayList<>());
    needs.computeIfAbsent(edge.to(), key -> new ArrayList<>());
    if (list.stream().noneMatch(known -> known.to().equals(edge.to()))) {
      list.add(edge);
    }
  }

  private void beforeFlux(ClusterModel cluster) {
    var closure = new BootstrapClosure(cluster, this::needs);
    bootstraps.put(cluster.id(), closure.take());
    // What bootstrap defines beforehand, it does not wait for.
    closure.members().stream()
        .map(unit -> path(cluster, unit))
        .forEach(path -> needs(path).removeIf(closure::isDefinedBefore));
    var flux = StartNeeds.providers(cluster, Foundation.GITOPS);
    for (var unit : cluster.units()) {
      if (!closure.members().contains(unit) || isAppliedByFluxOnly(closure, unit)) {
        for (var provider : flux) {
          if (provider != unit) {
            add(
                new StartEdge(
                    path(cluster, unit),
                    path(cluster, provider),
                    Kind.FOUNDATION,
                    Foundation.GITOPS.what()));
          }
        }
      }
    }
  }

  private static boolean isAppliedByFluxOnly(BootstrapClosure closure, Unit unit) {
    return closure.ofFlux().contains(unit)
        && unit.component().filter(UpstreamManifests.class::isInstance).isPresent();
  }

  private List<StartEdge> needs(String path) {
    return needs.computeIfAbsent(path, key -> new ArrayList<>());
  }

  /** What a component needs to start, as {@code infra/harbor}. */
  public List<StartEdge> needsOf(String path) {
    return Collections.unmodifiableList(needs.getOrDefault(path, List.of()));
  }

  /** All of it, by who needs it. */
  public SortedMap<String, List<StartEdge>> edges() {
    return Collections.unmodifiableSortedMap(needs);
  }

  /** What is there in a cluster before Flux takes over. */
  public Bootstrap bootstrap(String cluster) {
    return bootstraps.get(cluster);
  }

  /** All that a cluster is made of, in an order in which it can start. */
  public List<Unit> order(ClusterModel cluster) {
    var all =
        Stream.concat(cluster.hosts().stream(), cluster.units().stream())
            .collect(
                Collectors.toMap(
                    unit -> path(cluster, unit),
                    unit -> unit,
                    (one, other) -> one,
                    LinkedHashMap::new));
    return new StartOrder(all, path -> needsOf(path).stream().map(StartEdge::to).toList()).list();
  }

  static String path(ClusterModel cluster, Unit unit) {
    return cluster.id() + "/" + unit.name();
  }
}

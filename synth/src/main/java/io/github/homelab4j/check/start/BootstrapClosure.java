package io.github.homelab4j.check.start;

import io.github.homelab4j.check.start.StartEdge.Kind;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What of a cluster is installed before Flux: its network, its DNS and Flux, what the stack adds,
 * and whatever these need.
 */
final class BootstrapClosure {
  private final ClusterModel cluster;
  private final Function<String, List<StartEdge>> needs;
  private final Set<Unit> ofFlux;
  private final Set<Unit> others;
  private final Set<Unit> definitions = new LinkedHashSet<>();

  BootstrapClosure(ClusterModel cluster, Function<String, List<StartEdge>> needs) {
    this.cluster = cluster;
    this.needs = needs;
    var flux = StartNeeds.providers(cluster, Foundation.GITOPS);
    var first = new ArrayList<Unit>();
    if (!flux.isEmpty()) {
      first.addAll(StartNeeds.providers(cluster, Foundation.NETWORK));
      first.addAll(StartNeeds.providers(cluster, Foundation.DNS));
      first.addAll(units(cluster.cluster().beforeFlux()));
    }
    this.others = closure(first);
    this.ofFlux = closure(flux);
  }

  /** What Flux needs to run, and itself. */
  Set<Unit> ofFlux() {
    return ofFlux;
  }

  /** All that is installed before Flux. */
  Set<Unit> members() {
    var all = new LinkedHashSet<>(others);
    all.addAll(ofFlux);
    return all;
  }

  /** Whether a need is met by definitions that bootstrap installs beforehand. */
  boolean isDefinedBefore(StartEdge edge) {
    return edge.kind() == Kind.DEFINITIONS && unit(edge.to()).filter(this::isDefinable).isPresent();
  }

  Bootstrap take() {
    var flux = new LinkedHashSet<>(ofFlux);
    flux.removeAll(others);
    var members = new ArrayList<>(ordered(others));
    members.addAll(ordered(flux));
    if (!ofFlux.isEmpty()) {
      definitions.addAll(units(cluster.cluster().definitionsBeforeFlux()));
    }
    members.stream().filter(this::isDefinable).forEach(definitions::add);
    return new Bootstrap(ordered(definitionsAndTheirs()), members);
  }

  // Of the charts that bring definitions, some ask whether those of others are there.
  private Set<Unit> definitionsAndTheirs() {
    var all = new LinkedHashSet<Unit>();
    var next = new ArrayDeque<>(definitions);
    while (!next.isEmpty()) {
      var unit = next.pop();
      if (all.add(unit)) {
        needs.apply(path(unit)).stream()
            .filter(this::isDefinedBefore)
            .flatMap(edge -> unit(edge.to()).stream())
            .forEach(next::add);
      }
    }
    return all;
  }

  private Set<Unit> closure(Collection<Unit> first) {
    var all = new LinkedHashSet<Unit>();
    var next = new ArrayDeque<>(first);
    while (!next.isEmpty()) {
      var unit = next.pop();
      if (all.add(unit)) {
        for (var edge : needs.apply(path(unit))) {
          unit(edge.to())
              .ifPresent(other -> (isDefinedBefore(edge) ? definitions : next).add(other));
        }
      }
    }
    return all;
  }

  // In the order of the stack, as far as needs leave it free.
  private List<Unit> ordered(Set<Unit> some) {
    var byPath = new LinkedHashMap<String, Unit>();
    cluster.units().stream().filter(some::contains).forEach(unit -> byPath.put(path(unit), unit));
    return new StartOrder(byPath, path -> needs.apply(path).stream().map(StartEdge::to).toList())
        .list();
  }

  // What an operator defines when it runs has its health checked, and cannot be had before.
  private boolean isDefinable(Unit unit) {
    return unit.component()
        .filter(each -> each instanceof HelmComponent || each instanceof UpstreamManifests)
        .filter(component -> !component.installs().isEmpty())
        .filter(
            component ->
                component.healthChecks().stream()
                    .noneMatch(check -> check.kind().equals("CustomResourceDefinition")))
        .isPresent();
  }

  private List<Unit> units(List<Component> components) {
    return components.stream()
        .flatMap(
            component ->
                cluster.units().stream().filter(unit -> unit.component().orElse(null) == component))
        .toList();
  }

  private String path(Unit unit) {
    return StartGraph.path(cluster, unit);
  }

  private Optional<Unit> unit(String path) {
    var prefix = cluster.id() + "/";
    return path.startsWith(prefix)
        ? cluster.unit(path.substring(prefix.length()))
        : Optional.empty();
  }
}

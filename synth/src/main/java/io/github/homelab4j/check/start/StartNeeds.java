package io.github.homelab4j.check.start;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.check.start.StartEdge.Kind;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Definitions;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the components of one cluster need to start, without Flux. */
final class StartNeeds {
  private final ClusterView view;
  private final ClusterModel cluster;
  private final List<StartEdge> edges = new ArrayList<>();
  private final Map<Foundation, List<Unit>> providers = new EnumMap<>(Foundation.class);

  private StartNeeds(ClusterView view) {
    this.view = view;
    this.cluster = view.model();
  }

  static List<StartEdge> of(ClusterView view) {
    var needs = new StartNeeds(view);
    needs.references();
    needs.stores();
    needs.orders();
    needs.definitions();
    needs.foundations();
    return needs.edges;
  }

  /** The units that are a foundation of a cluster, in the order of the stack. */
  static List<Unit> providers(ClusterModel cluster, Foundation foundation) {
    return Stream.concat(cluster.hosts().stream(), cluster.units().stream())
        .filter(unit -> foundation(unit) == foundation)
        .toList();
  }

  private static Foundation foundation(Unit unit) {
    return unit.component()
        .flatMap(component -> Optional.ofNullable(component.info()))
        .map(ComponentInfo::foundation)
        .orElse(Foundation.NONE);
  }

  private void references() {
    for (var link : cluster.links()) {
      if (isNeededToStart(link)) {
        edges.add(
            new StartEdge(
                link.consumer().path(),
                link.provider().path(),
                Kind.REFERENCE,
                link.ref().describe()));
      }
    }
  }

  // In one cluster, Flux waits for all of them. Nobody does so elsewhere: there, what a component
  // merely lacks a part of is not needed to start.
  private static boolean isNeededToStart(Link link) {
    var loss = link.ref().loss();
    if (link.consumer() instanceof HostComponent || link.crossesClusters()) {
      return loss == Loss.STOPS;
    }
    return link.provider() instanceof HostComponent
        ? loss == Loss.STOPS || loss == Loss.STALLS
        : loss != Loss.MENTIONS;
  }

  // A store that is merely named is needed like one that was passed.
  private void stores() {
    var stores = new HashMap<String, Set<Unit>>();
    for (var unit : cluster.units()) {
      unit.objects()
          .filter(object -> object.kind().equals("ClusterSecretStore"))
          .forEach(
              store ->
                  stores.computeIfAbsent(store.name(), key -> new LinkedHashSet<>()).add(unit));
    }
    for (var unit : cluster.units()) {
      unit.objects()
          .filter(object -> object.kind().equals("ExternalSecret"))
          .map(object -> object.at("/spec/secretStoreRef/name").asText())
          .distinct()
          .forEach(
              name ->
                  stores
                      .getOrDefault(name, Set.of())
                      .forEach(other -> add(unit, other, Kind.NAME, "secret store " + name)));
    }
  }

  private void orders() {
    for (var component : cluster.components()) {
      component.predecessors().stream()
          .filter(cluster.components()::contains)
          .forEach(
              other ->
                  edges.add(
                      new StartEdge(
                          component.path(), other.path(), Kind.ORDER, "the order of the stack")));
    }
  }

  private void definitions() {
    var definitions = new Definitions(cluster.units());
    cluster
        .parts()
        .forEach(
            part ->
                definitions
                    .needed(part)
                    .keySet()
                    .forEach(
                        group ->
                            definitions.installers(group).stream()
                                .limit(1)
                                .forEach(
                                    installer ->
                                        add(
                                            part.unit(),
                                            installer,
                                            Kind.DEFINITIONS,
                                            "the definitions of " + group))));
  }

  private void foundations() {
    var inPodNetwork = new HashSet<Unit>();
    view.workloads().stream()
        .filter(StartNeeds::isInPodNetwork)
        .forEach(workload -> workload.subject().unit().ifPresent(inPodNetwork::add));
    for (var unit : cluster.units()) {
      rest(unit, Foundation.KUBERNETES);
      if (inPodNetwork.contains(unit)) {
        rest(unit, Foundation.NETWORK);
        rest(unit, Foundation.DNS);
      }
    }
  }

  private static boolean isInPodNetwork(Workload workload) {
    return !workload.pod().path("hostNetwork").asBoolean(false);
  }

  // A foundation rests on those before it only.
  private void rest(Unit unit, Foundation foundation) {
    var own = foundation(unit);
    if (own == Foundation.NONE || own.compareTo(foundation) > 0) {
      var all = providers.computeIfAbsent(foundation, each -> providers(cluster, each));
      for (var provider : all) {
        add(unit, provider, Kind.FOUNDATION, foundation.what());
      }
    }
  }

  private void add(Unit from, Unit to, Kind kind, String why) {
    if (from != to) {
      edges.add(
          new StartEdge(StartGraph.path(cluster, from), StartGraph.path(cluster, to), kind, why));
    }
  }
}

package io.github.homelab4j.query;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.graph.ApiGroups;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Definitions;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.query.Thing.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cluster as a whole rests on, and whoever acts on the custom resources of its components.
 */
final class ClusterRests {
  private static final int DNS = 53;

  private final ClusterModel cluster;
  private final Landscape landscape;
  private final Thing itself;

  ClusterRests(ClusterModel cluster, Landscape landscape) {
    this.cluster = cluster;
    this.landscape = landscape;
    this.itself = new Thing(Kind.CLUSTER, cluster.id());
  }

  void add() {
    Stream.concat(cluster.hosts().stream(), cluster.units().stream())
        .flatMap(unit -> unit.component().stream())
        .filter(component -> component.info() != null)
        .forEach(this::foundation);
    cluster.cluster().plan().nodeNetwork().dns().forEach(this::resolver);
    controllers();
  }

  private void foundation(Component component) {
    var foundation = component.info().foundation();
    if (foundation != Foundation.NONE) {
      landscape.add(
          new Need(
              itself,
              thing(component),
              "rests on it for " + foundation.what(),
              foundation.loss(),
              foundation.without(),
              true));
    }
  }

  // Images are pulled by the machines, which ask the servers of their network.
  private void resolver(Ip server) {
    var runsIt =
        cluster.links().stream()
            .map(Link::ref)
            .filter(HostServiceRef.class::isInstance)
            .map(HostServiceRef.class::cast)
            .filter(ref -> ref.address().equals(server) && ref.port().number() == DNS)
            .flatMap(ref -> ref.provider().component().stream())
            .map(ClusterRests::thing)
            .findFirst()
            .orElse(new Thing(Kind.ADDRESS, server.text()));
    landscape.add(
        new Need(
            itself,
            runsIt,
            "is the DNS server of its machines",
            Loss.DEGRADES,
            "new images are not pulled, as their names do not resolve"));
  }

  private void controllers() {
    var definitions = new Definitions(cluster.units());
    for (var unit : cluster.units()) {
      unit.objects()
          .filter(object -> !ApiGroups.isPartOfKubernetes(object.group()))
          .collect(Collectors.groupingBy(Emitted::group))
          .forEach(
              (group, objects) ->
                  definitions.installers(group).stream()
                      .filter(installer -> installer != unit)
                      .forEach(installer -> controller(unit, installer, objects.get(0))));
    }
  }

  private void controller(Unit unit, Unit installer, Emitted object) {
    landscape.add(
        new Need(
            thing(unit),
            thing(installer),
            "acts on its " + object.kind(),
            Loss.STALLS,
            "changes of them have no effect"));
  }

  private Thing thing(Unit unit) {
    return new Thing(Kind.COMPONENT, cluster.id() + "/" + unit.name());
  }

  private static Thing thing(Component component) {
    return new Thing(Kind.COMPONENT, component.path());
  }
}

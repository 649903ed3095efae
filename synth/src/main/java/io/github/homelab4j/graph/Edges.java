package io.github.homelab4j.graph;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the units of one cluster wait for: the providers of their references, whoever installs the
 * kinds they emit, and what their stack says.
 */
final class Edges {
  private final Cluster cluster;
  private final List<Unit> units;
  private final List<Finding> findings = new ArrayList<>();
  private final Twins twins = new Twins();
  private final Map<Component, Unit> byComponent = new IdentityHashMap<>();
  private final Definitions definitions;

  private Edges(Cluster cluster, List<Unit> units) {
    this.cluster = cluster;
    this.units = units;
    this.definitions = new Definitions(units);
    units.forEach(
        unit -> unit.component().ifPresent(component -> byComponent.put(component, unit)));
  }

  /**
   * Adds the edges to the units, and the twins of other clusters' services; returns what does not
   * fit.
   */
  static List<Finding> add(Cluster cluster, List<Unit> units, List<Link> links) {
    var edges = new Edges(cluster, units);
    links.forEach(edges::link);
    List.copyOf(units).forEach(edges::order);
    units.addAll(edges.twins.units());
    units.stream().flatMap(unit -> unit.parts().stream()).forEach(edges::kinds);
    return edges.findings;
  }

  private void link(Link link) {
    // A consumer whose objects could not be made has no unit; its own finding says so.
    var consumer = unit(link.consumer());
    // What a machine keeps is read by way of the cluster's own store.
    if (link.provider() instanceof HostComponent
        && !(link.consumer() instanceof HostComponent)
        && link.ref() instanceof SecretStoreRef store) {
      store(link, store, consumer);
      return;
    }
    // What runs outside Kubernetes is there before Flux, and everyone's.
    if (link.provider() instanceof HostComponent || link.consumer() instanceof HostComponent) {
      return;
    }
    if (!link.crossesClusters()) {
      var provider = unit(link.provider());
      consumer.ifPresent(unit -> provider.ifPresent(other -> depend(unit, other.last())));
    } else if (link.ref() instanceof ServiceRef service) {
      service(link, service, consumer);
    } else if (link.ref() instanceof SecretStoreRef store) {
      store(link, store, consumer);
    } else if (!Twins.REACHABLE.contains(link.ref().getClass())) {
      refuse(
          link,
          ReferenceRule.REF_OTHER_CLUSTER,
          "%s is %s of cluster %s, which other clusters cannot use: take one of cluster %s",
          home(link));
    }
  }

  // What runs outside Kubernetes or is switched off is no unit of it.
  private void order(Unit unit) {
    unit.component().map(Component::predecessors).stream()
        .flatMap(List::stream)
        .flatMap(component -> unit(component).stream())
        .forEach(other -> depend(unit, other.last()));
  }

  private void service(Link link, ServiceRef service, Optional<Unit> consumer) {
    if (link.provider().cluster().orElseThrow().isExported(service)) {
      var twin = twins.of(service);
      consumer.ifPresent(unit -> depend(unit, twin.app()));
    } else {
      refuse(
          link,
          ReferenceRule.REF_NOT_EXPORTED,
          "%s is %s of cluster %s, which does not export it: add it to the record that its stack exports",
          home(link));
    }
  }

  // Stores of one name read one vault, so the cluster's own serves.
  private void store(Link link, SecretStoreRef store, Optional<Unit> consumer) {
    var own =
        units.stream()
            .filter(unit -> unit.objects().anyMatch(object -> isStore(object, store)))
            .findFirst();
    own.ifPresent(provider -> consumer.ifPresent(unit -> depend(unit, provider.last())));
    if (own.isEmpty()) {
      refuse(
          link,
          ReferenceRule.REF_UNKNOWN,
          "%s needs %s, which cluster %s does not have: compose a store of this name there",
          cluster.id());
    }
  }

  private static boolean isStore(Emitted object, SecretStoreRef store) {
    return object.kind().equals("ClusterSecretStore") && object.name().equals(store.name());
  }

  private void refuse(Link link, Rule rule, String message, String where) {
    Ref ref = link.ref();
    findings.add(
        new Finding(
            rule,
            link.consumer().path(),
            ref.provider().taken(),
            message.formatted(link.attribute(), ref.describe(), where, cluster.id())));
  }

  private static String home(Link link) {
    return link.provider().cluster().map(Cluster::id).orElse("none");
  }

  // A kind exists once its definition does: whoever installs the group comes first, or the same
  // unit's app. That somebody does, and only one, is a check's business.
  private void kinds(Part part) {
    var app = part.unit().app();
    if (part.isConfig() && !app.objects().isEmpty()) {
      part.dependsOn().add(app.name());
    }
    definitions.needed(part).keySet().stream()
        .flatMap(group -> definitions.installers(group).stream().limit(1))
        .forEach(installer -> part.dependsOn().add(installer.app().name()));
  }

  // Only the part that is applied first: the second waits for it anyway.
  private static void depend(Unit unit, Part provider) {
    unit.parts().get(0).dependsOn().add(provider.name());
  }

  private Optional<Unit> unit(Component component) {
    return Optional.ofNullable(byComponent.get(component));
  }
}

package io.github.homelab4j.graph;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.CiliumNetworkPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cdk8s.Chart;

/**
 * Finds out what each cluster is made of and what needs what; collects everything that does not
 * fit.
 */
public final class Resolver {
  private final Homelab homelab;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Cluster, List<Link>> links = new LinkedHashMap<>();
  private int jsiiCalls;

  private Resolver(Homelab homelab) {
    this.homelab = homelab;
  }

  /** Resolves a homelab. */
  public static Resolution resolve(Homelab homelab) {
    return new Resolver(homelab).run();
  }

  private Resolution run() {
    // The app and two modules are loaded once; then each cluster and component is one call.
    jsiiCalls = 3;
    homelab.clusters().forEach(cluster -> links.put(cluster, links(cluster)));
    var units = new LinkedHashMap<Cluster, List<Unit>>();
    for (var cluster : homelab.clusters()) {
      units.put(cluster, units(cluster));
    }
    var models = new ArrayList<ClusterModel>();
    for (var cluster : homelab.clusters()) {
      models.add(model(cluster, units.get(cluster), links.get(cluster)));
    }
    return new Resolution(homelab, models, findings, jsiiCalls);
  }

  private List<Unit> units(Cluster cluster) {
    var units = new ArrayList<Unit>();
    for (var component : cluster.components()) {
      emit(component).ifPresent(units::add);
    }
    // Two calls for the whole tree, however large it is.
    var foreign =
        cluster.getNode().findAll().stream()
            .filter(node -> node instanceof Chart && !(node instanceof Component))
            .map(Chart.class::cast)
            .toList();
    jsiiCalls += 3 + cluster.components().size();
    foreign.forEach(chart -> units.add(foreign(chart)));
    return units;
  }

  private Optional<Unit> emit(Component component) {
    var unit = Unit.of(component);
    try {
      for (var object : component.objects()) {
        var emitted = Emitted.of(object);
        (component.installs().contains(emitted.group()) ? unit.config() : unit.app())
            .objects()
            .add(emitted);
      }
      openToMesh(component).forEach(unit.app().objects()::add);
      return Optional.of(unit);
    } catch (InvalidPropsException e) {
      findings.add(
          new Finding("PROPS_INVALID", component.path(), component.origin(), e.getMessage()));
      return Optional.empty();
    }
  }

  // A network policy of Cilium means the own cluster unless it names another: what is exported is
  // opened by name to the namespaces that use it.
  private List<Emitted> openToMesh(Component component) {
    var policies = new ArrayList<Emitted>();
    for (var service : component.cluster().map(Cluster::exported).orElse(Set.of())) {
      var consumers =
          service.provider().component().orElse(null) == component
              ? consumers(service)
              : List.<CiliumNetworkPolicy.Consumer>of();
      if (!consumers.isEmpty() && !service.selector().isEmpty()) {
        policies.add(Emitted.of(CiliumNetworkPolicy.fromMesh(service, consumers)));
      }
    }
    return policies;
  }

  private List<CiliumNetworkPolicy.Consumer> consumers(ServiceRef service) {
    return links.values().stream()
        .flatMap(List::stream)
        .filter(link -> link.crossesClusters() && link.ref().equals(service))
        .map(Link::consumer)
        .flatMap(
            consumer ->
                consumer.cluster().flatMap(cluster -> cluster.plan().mesh()).stream()
                    .map(
                        mesh ->
                            new CiliumNetworkPolicy.Consumer(
                                mesh.cluster(), consumer.targetNamespace())))
        .distinct()
        .sorted(Comparator.comparing(CiliumNetworkPolicy.Consumer::toString))
        .toList();
  }

  // Two calls for the id and one for all objects of a chart of the user's own.
  private Unit foreign(Chart chart) {
    jsiiCalls += 4;
    var id = chart.getNode().getId();
    var namespace = chart.getNamespace();
    var unit =
        Unit.of(id, namespace == null ? "default" : namespace, new Origin("chart " + id, 0, ""));
    chart.toJson().forEach(object -> unit.app().objects().add(Emitted.foreign(object)));
    return unit;
  }

  private List<Link> links(Cluster cluster) {
    var links = new ArrayList<Link>();
    for (var component : cluster.components()) {
      References.visit(
          component.props(),
          (attribute, ref) ->
              ref.provider()
                  .component()
                  .filter(provider -> provider != component)
                  .ifPresent(provider -> links.add(new Link(component, attribute, ref, provider))));
    }
    return links;
  }

  private ClusterModel model(Cluster cluster, List<Unit> units, List<Link> links) {
    var twins = new Twins();
    for (var link : links) {
      if (link.crossesClusters()) {
        across(link, units, twins);
      } else {
        depend(units, link.consumer(), link.provider());
      }
    }
    units.addAll(twins.units());
    for (var unit : units) {
      unit.parts().forEach(part -> byGroup(cluster, units, part));
    }
    var parts = new TreeMap<String, Part>();
    units.stream()
        .flatMap(unit -> unit.parts().stream())
        .forEach(part -> unique(cluster, parts, part));
    return new ClusterModel(cluster, units, Namespaces.of(units), links, parts);
  }

  private void unique(Cluster cluster, Map<String, Part> parts, Part part) {
    var other = parts.put(part.name(), part);
    if (other != null) {
      var path = cluster.id() + "/" + part.unit().name();
      findings.add(
          new Finding(
              "KUSTOMIZATION_TWICE",
              path,
              part.unit().origin(),
              "Kustomization %s is made by %s too: give one of them another id"
                  .formatted(part.name(), other.unit().name())));
    }
  }

  private void across(Link link, List<Unit> units, Twins twins) {
    var consumer = link.consumer();
    if (link.ref() instanceof ServiceRef service) {
      var provider = link.provider().cluster().orElseThrow();
      if (!provider.isExported(service)) {
        findings.add(
            new Finding(
                "REF_NOT_EXPORTED",
                consumer.path(),
                link.ref().provider().taken(),
                "%s is %s of cluster %s, which does not export it: add it to the record that its stack exports"
                    .formatted(link.attribute(), service.describe(), provider.id())));
        return;
      }
      var twin = twins.of(service);
      find(units, unit -> unit.component().orElse(null) == consumer)
          .ifPresent(unit -> unit.parts().get(0).dependsOn().add(twin.name()));
    } else if (link.ref() instanceof SecretStoreRef store) {
      var local =
          find(
              units,
              unit ->
                  unit.objects()
                      .anyMatch(
                          object ->
                              object.kind().equals("ClusterSecretStore")
                                  && object.name().equals(store.name())));
      if (local.isEmpty()) {
        findings.add(
            new Finding(
                "REF_UNKNOWN",
                consumer.path(),
                link.ref().provider().taken(),
                "%s needs %s, which cluster %s does not have: compose a store of this name there"
                    .formatted(
                        link.attribute(),
                        store.describe(),
                        consumer.cluster().orElseThrow().id())));
      }
      local.ifPresent(
          provider ->
              find(units, unit -> unit.component().orElse(null) == consumer)
                  .ifPresent(unit -> unit.parts().get(0).dependsOn().add(provider.last().name())));
    } else if (!Twins.REACHABLE.contains(link.ref().getClass())) {
      findings.add(
          new Finding(
              "REF_OTHER_CLUSTER",
              consumer.path(),
              link.ref().provider().taken(),
              "%s is %s of cluster %s, which other clusters cannot use: take one of cluster %s"
                  .formatted(
                      link.attribute(),
                      link.ref().describe(),
                      link.provider().cluster().map(Cluster::id).orElse("none"),
                      consumer.cluster().orElseThrow().id())));
    }
  }

  private static void depend(List<Unit> units, Component consumer, Component provider) {
    var to = find(units, unit -> unit.component().orElse(null) == provider);
    var from = find(units, unit -> unit.component().orElse(null) == consumer);
    if (from.isPresent() && to.isPresent()) {
      from.get().parts().get(0).dependsOn().add(to.get().last().name());
    }
  }

  // A kind exists once its definition does: whoever installs the group comes first, or the same
  // unit's app.
  private void byGroup(Cluster cluster, List<Unit> units, Part part) {
    var unit = part.unit();
    if (part.isConfig() && !unit.app().objects().isEmpty()) {
      part.dependsOn().add(unit.app().name());
    }
    var groups = new TreeMap<String, String>();
    part.objects().forEach(object -> groups.putIfAbsent(object.group(), object.describe()));
    if (!part.isConfig()) {
      unit.component()
          .ifPresent(
              component ->
                  component.uses().forEach(group -> groups.putIfAbsent(group, "its chart")));
    }
    groups.forEach(
        (group, why) -> {
          if (ApiGroups.isBuiltIn(group)
              || unit.component()
                  .map(component -> component.installs().contains(group))
                  .orElse(false)) {
            return;
          }
          var installers =
              units.stream()
                  .filter(
                      other ->
                          other
                              .component()
                              .map(component -> component.installs().contains(group))
                              .orElse(false))
                  .toList();
          if (installers.size() != 1) {
            var path = cluster.id() + "/" + unit.name();
            findings.add(
                installers.isEmpty()
                    ? new Finding(
                        "CRD_NOT_PROVIDED",
                        path,
                        unit.origin(),
                        "%s needs the definitions of %s, which no component of cluster %s installs: compose the one that does"
                            .formatted(why, group, cluster.id()))
                    : new Finding(
                        "CRD_TWICE",
                        path,
                        unit.origin(),
                        "the definitions of %s are installed by %s: keep one"
                            .formatted(
                                group,
                                installers.stream()
                                    .map(Unit::name)
                                    .collect(Collectors.joining(" and ")))));
            return;
          }
          part.dependsOn().add(installers.get(0).app().name());
        });
  }

  private static Optional<Unit> find(List<Unit> units, Predicate<Unit> which) {
    return units.stream().filter(which).findFirst();
  }
}

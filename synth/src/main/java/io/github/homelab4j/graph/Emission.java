package io.github.homelab4j.graph;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cilium.CiliumNetworkPolicy;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.rule.FluxRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What components emit. Several are asked at a time, each by one thread: none knows of another's
 * objects.
 */
final class Emission {
  private final Collection<List<Link>> links;
  private final boolean isLast;
  private final Map<Component, Outcome> outcomes = new IdentityHashMap<>();

  private Emission(Collection<List<Link>> links, boolean isLast) {
    this.links = links;
    this.isLast = isLast;
  }

  static Emission of(Homelab homelab, Running running, Map<Cluster, List<Link>> links, Jobs jobs) {
    var emission = new Emission(links.values(), running.isAll(homelab));
    var components = new ArrayList<Component>();
    homelab.clusters().forEach(cluster -> components.addAll(running.in(cluster)));
    var work = new ArrayList<Supplier<Outcome>>();
    components.forEach(component -> work.add(() -> emission.outcome(component)));
    var made = jobs.run(work);
    for (int i = 0; i < made.size(); i++) {
      emission.outcomes.put(components.get(i), made.get(i));
    }
    return emission;
  }

  /** The unit of a component; none when its objects could not be made. */
  Optional<Unit> unit(Component component) {
    return outcomes.get(component).unit();
  }

  /** Why they could not. */
  Optional<Finding> wrong(Component component) {
    return outcomes.get(component).wrong();
  }

  private Outcome outcome(Component component) {
    try {
      var unit = component instanceof HostComponent host ? files(host) : objects(component);
      return new Outcome(Optional.of(unit), Optional.empty());
    } catch (InvalidPropsException e) {
      var wrong =
          new Finding(FluxRule.PROPS_INVALID, component.path(), component.origin(), e.getMessage());
      return new Outcome(Optional.empty(), Optional.of(wrong));
    }
  }

  private Unit objects(Component component) {
    var unit = Unit.of(component);
    var installs = component.installs();
    for (var object : component.objects()) {
      var emitted = Emitted.of(object);
      var part = installs.contains(emitted.group()) ? unit.config() : unit.app();
      part.objects().add(emitted);
    }
    // They take more memory than what is written of them. Where something is switched off, all are
    // looked at once more, as though it ran.
    if (isLast) {
      component.letGo();
    }
    openToMesh(component).forEach(unit.app().objects()::add);
    return unit;
  }

  private static Unit files(HostComponent component) {
    var unit = Unit.of(component);
    component.files().stream().map(Emitted::of).forEach(unit.app().objects()::add);
    return unit;
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
    return links.stream()
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

  /**
   * What became of a component.
   *
   * @param unit what it emits
   * @param wrong why it could not
   */
  private record Outcome(Optional<Unit> unit, Optional<Finding> wrong) {}
}

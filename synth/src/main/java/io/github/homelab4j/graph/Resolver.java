package io.github.homelab4j.graph;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.rule.FluxRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cdk8s.Chart;

/**
 * Finds out what each cluster is made of and what needs what; collects everything that does not
 * fit.
 */
public final class Resolver {
  private final Homelab homelab;
  private final Running running;
  private final Jobs jobs;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Cluster, List<Link>> links = new LinkedHashMap<>();
  private int jsiiCalls;

  private Resolver(Homelab homelab, Running running, Jobs jobs) {
    this.homelab = homelab;
    this.running = running;
    this.jobs = jobs;
    findings.addAll(running.findings());
  }

  /** Resolves a homelab, without what is switched off. */
  public static Resolution resolve(Homelab homelab) {
    return resolve(homelab, Jobs.onAllCores());
  }

  /** The same, with the objects of several components made at a time. */
  public static Resolution resolve(Homelab homelab, Jobs jobs) {
    return new Resolver(homelab, Running.of(homelab), jobs).run();
  }

  /** Resolves a homelab as though everything in it were switched on. */
  public static Resolution resolveAll(Homelab homelab) {
    return resolveAll(homelab, Jobs.onAllCores());
  }

  /** The same, with the objects of several components made at a time. */
  public static Resolution resolveAll(Homelab homelab, Jobs jobs) {
    return new Resolver(homelab, Running.all(homelab), jobs).run();
  }

  private Resolution run() {
    // The app and two modules are loaded once; then each cluster and component is one call.
    jsiiCalls = 3;
    homelab.clusters().forEach(cluster -> links.put(cluster, Link.of(running.in(cluster))));
    var emission = Emission.of(homelab, running, links, jobs);
    var units = new LinkedHashMap<Cluster, List<Unit>>();
    for (var cluster : homelab.clusters()) {
      units.put(cluster, units(cluster, emission));
    }
    var models = new ArrayList<ClusterModel>();
    for (var cluster : homelab.clusters()) {
      models.add(model(cluster, units.get(cluster), emission));
    }
    return new Resolution(homelab, models, findings, jsiiCalls);
  }

  private List<Unit> units(Cluster cluster, Emission emission) {
    var units = made(emission, cluster, component -> !(component instanceof HostComponent));
    // Two calls for the whole tree, however large it is.
    var foreign =
        cluster.getNode().findAll().stream()
            .filter(node -> node instanceof Chart && !(node instanceof Component))
            .map(Chart.class::cast)
            .toList();
    jsiiCalls += 3 + running.in(cluster).size();
    foreign.forEach(chart -> units.add(foreign(chart)));
    return units;
  }

  // What was made of some components of a cluster; of the others is told what is wrong.
  private List<Unit> made(Emission emission, Cluster cluster, Predicate<Component> which) {
    var units = new ArrayList<Unit>();
    for (var component : running.in(cluster)) {
      if (which.test(component)) {
        emission.unit(component).ifPresent(units::add);
        emission.wrong(component).ifPresent(findings::add);
      }
    }
    return units;
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

  private ClusterModel model(Cluster cluster, List<Unit> units, Emission emission) {
    var needs = links.get(cluster);
    findings.addAll(Edges.add(cluster, units, needs));
    var parts = new TreeMap<String, Part>();
    units.stream()
        .flatMap(unit -> unit.parts().stream())
        .forEach(part -> unique(cluster, parts, part));
    return new ClusterModel(
        cluster,
        running.in(cluster),
        units,
        made(emission, cluster, HostComponent.class::isInstance),
        Namespaces.of(units),
        needs,
        parts);
  }

  private void unique(Cluster cluster, Map<String, Part> parts, Part part) {
    var other = parts.put(part.name(), part);
    if (other != null) {
      var path = cluster.id() + "/" + part.unit().name();
      findings.add(
          new Finding(
              FluxRule.KUSTOMIZATION_TWICE,
              path,
              part.unit().origin(),
              "Kustomization %s is made by %s too: give one of them another id"
                  .formatted(part.name(), other.unit().name())));
    }
  }
}

package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A reference that a component was given.
 *
 * @param need what it stands for
 * @param provider the cluster of who provides it, where that must be
 */
record TypedLinks(Need need, ClusterView provider) {
  /** Those of the components of a cluster. */
  static List<TypedLinks> of(HomelabView homelab, ClusterView cluster) {
    var links = new ArrayList<TypedLinks>();
    for (var link : cluster.model().links()) {
      var provider = link.provider().cluster().flatMap(each -> homelab.cluster(each.id()));
      var unit = cluster.model().unit(link.consumer().id());
      if (provider.isPresent() && unit.isPresent() && isAllowed(link)) {
        var subject = Subject.of(cluster.model(), unit.get()).at(link.ref().provider().taken());
        needs(subject, link).forEach(need -> links.add(new TypedLinks(need, provider.get())));
      }
    }
    for (var unit : cluster.model().units()) {
      unprovided(cluster, unit, links);
      unit.component().ifPresent(component -> named(cluster, unit, component, links));
    }
    return links;
  }

  // What another cluster does not export is refused as such.
  private static boolean isAllowed(Link link) {
    return !link.crossesClusters()
        || (link.ref() instanceof ServiceRef service
            && link.provider().cluster().orElseThrow().isExported(service));
  }

  // What a chart's values name is in the release's cluster, whoever provides it.
  private static void named(
      ClusterView cluster, Unit unit, Component component, List<TypedLinks> out) {
    var needs = new Needs(Subject.of(cluster.model(), unit));
    component
        .named()
        .forEach((at, ref) -> TypedReferences.find("values." + at.split(" ", 2)[0], ref, needs));
    needs.all().forEach(need -> out.add(new TypedLinks(need, cluster)));
  }

  // What has no component as its provider: a namespace, which is there when something is in it, and
  // keys of Secrets that the owner brings, whose encrypted file may be there.
  private static void unprovided(ClusterView cluster, Unit unit, List<TypedLinks> out) {
    var needs = new Needs(Subject.of(cluster.model(), unit));
    unit.component()
        .ifPresent(
            component ->
                References.visit(
                    component.props(),
                    (at, ref) -> {
                      if (ref instanceof NamespaceRef namespace) {
                        needs.add(at, "Namespace", "", namespace.name());
                      } else if (ref instanceof SecretKeyRef
                          && ref.provider().component().isEmpty()) {
                        TypedReferences.find(at, ref, needs);
                      }
                    }));
    needs.all().forEach(need -> out.add(new TypedLinks(need, cluster)));
  }

  private static Collection<Need> needs(Subject subject, Link link) {
    var needs = new Needs(subject);
    TypedReferences.find(link.attribute(), link.ref(), needs);
    return needs.all();
  }
}

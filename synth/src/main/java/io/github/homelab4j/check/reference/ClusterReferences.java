package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that the objects of a cluster name. */
final class ClusterReferences {
  // Texts in which host names are no references: a network policy's match, a schema.
  private static final Set<String> NO_HOSTS = Set.of("CustomResourceDefinition", "Secret");
  private static final String CERT_MANAGER = "cert-manager.io";

  private final ClusterView cluster;
  private final String issuers;
  private final List<Need> all = new ArrayList<>();

  private ClusterReferences(ClusterView cluster) {
    this.cluster = cluster;
    // What an issuer of the whole cluster names is looked for beside cert-manager itself.
    this.issuers =
        cluster.model().units().stream()
            .filter(unit -> installs(unit, CERT_MANAGER))
            .map(Unit::namespace)
            .findFirst()
            .orElse("cert-manager");
  }

  /** All of them, in the order of the objects. */
  static List<Need> of(ClusterView cluster) {
    var references = new ClusterReferences(cluster);
    cluster.objects().forEach(references::look);
    return references.all;
  }

  private void look(Subject subject) {
    var object = subject.emitted();
    var needs = new Needs(subject);
    FieldReferences.find(object, home(object), needs);
    ObjectReferences.find(object, needs);
    RouteReferences.find(object, needs);
    CustomResourceReferences.find(object, needs);
    FluxReferences.find(object, needs);
    if (!NO_HOSTS.contains(object.kind())) {
      HostReferences.find(object.tree(), needs);
    }
    all.addAll(needs.all());
  }

  // Where names without a namespace are looked for.
  private String home(Emitted object) {
    return switch (object.kind()) {
      case "HelmRelease" -> object.at("/spec/targetNamespace").asText(object.namespace());
      case "ClusterIssuer" -> issuers;
      default -> object.namespace();
    };
  }

  private static boolean installs(Unit unit, String group) {
    return unit.component().filter(each -> each.installs().contains(group)).isPresent();
  }
}

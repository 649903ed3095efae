package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Everything that the objects of a cluster name. */
final class ClusterReferences {
  // Texts in which host names are no references.
  private static final Set<String> NO_HOSTS = Set.of("CustomResourceDefinition", "Secret");
  private static final String CERT_MANAGER = "cert-manager.io";

  private ClusterReferences() {}

  /** All of them, in the order of the objects. */
  static List<Need> of(ClusterView cluster) {
    // What an issuer of the whole cluster names is looked for beside cert-manager itself.
    var issuers =
        cluster.model().units().stream()
            .filter(unit -> installs(unit, CERT_MANAGER))
            .map(Unit::namespace)
            .findFirst()
            .orElse("cert-manager");
    return cluster.objects().stream().flatMap(subject -> of(subject, issuers).stream()).toList();
  }

  /** Those of an object; what issuers of the whole cluster name is in the given namespace. */
  static Collection<Need> of(Subject subject, String issuers) {
    var object = subject.emitted();
    var needs = new Needs(subject);
    FieldReferences.find(object, home(object, issuers), needs);
    ObjectReferences.find(object, needs);
    RouteReferences.find(object, needs);
    CustomResourceReferences.find(object, needs);
    FluxReferences.find(object, needs);
    if (!NO_HOSTS.contains(object.kind())) {
      HostReferences.find(object.tree(), needs);
    }
    return needs.all();
  }

  // Where names without a namespace are looked for.
  private static String home(Emitted object, String issuers) {
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

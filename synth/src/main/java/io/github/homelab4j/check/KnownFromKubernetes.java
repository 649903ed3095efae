package io.github.homelab4j.check;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Namespaces;
import io.github.homelab4j.graph.Part;
import java.util.List;
import java.util.TreeSet;

/** What Kubernetes brings itself, and what Flux's root and the rights of tenants are written as. */
final class KnownFromKubernetes {
  private static final String FLUX = "flux-system";
  private static final List<String> PRIORITIES =
      List.of("system-cluster-critical", "system-node-critical");
  private static final List<String> ROLES = List.of("admin", "cluster-admin", "edit", "view");

  private KnownFromKubernetes() {}

  static void add(ClusterModel model, Known known) {
    PRIORITIES.forEach(name -> known.add(external("PriorityClass", "", name)));
    ROLES.forEach(name -> known.add(external("ClusterRole", "", name)));
    known.add(external("Service", "default", "kubernetes").with(List.of("443", "https")));
    var namespaces = new TreeSet<>(model.namespaces().keySet());
    model.units().forEach(unit -> namespaces.add(unit.namespace()));
    namespaces.forEach(name -> known.add(Thing.of("Namespace", "", name, Proof.EMITTED)));
    Namespaces.EXTERNAL.forEach(name -> known.add(external("Namespace", "", name)));
    namespaces.addAll(Namespaces.EXTERNAL);
    for (var namespace : namespaces) {
      known.add(external("ServiceAccount", namespace, "default"));
      known.add(external("ConfigMap", namespace, "kube-root-ca.crt").with(List.of("ca.crt")));
    }
    flux(model, known);
  }

  private static void flux(ClusterModel model, Known known) {
    known.add(emitted("GitRepository", FLUX, FLUX));
    known.add(emitted("Kustomization", FLUX, FLUX));
    known.add(emitted("Kustomization", FLUX, "apps"));
    model.parts().map(Part::name).forEach(name -> known.add(emitted("Kustomization", FLUX, name)));
    // The owner puts it there during bootstrap.
    known.add(external("Secret", FLUX, "sops-age"));
    for (var tenant : model.cluster().tenants()) {
      known.add(emitted("ServiceAccount", tenant, Cluster.TENANT_ACCOUNT));
      known.add(emitted("ServiceAccount", FLUX, "reconciler-" + tenant));
    }
  }

  private static Thing emitted(String kind, String namespace, String name) {
    return Thing.of(kind, namespace, name, Proof.EMITTED);
  }

  private static Thing external(String kind, String namespace, String name) {
    return Thing.of(kind, namespace, name, Proof.EXTERNAL);
  }
}

package io.github.homelab4j.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.rule.AccessRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Under whose rights Flux reconciles a tenant's namespace. */
final class TenantRights {
  /** Which rule says otherwise of the binding. */
  static final Rule EXEMPT_FROM = AccessRule.RBAC_003;

  /** Why it is so. */
  static final String REASON =
      "as a RoleBinding it lets Flux do everything in this namespace, and nothing outside";

  private TenantRights() {}

  // A Kustomization takes an account of its own namespace, a HelmRelease one of its own: two
  // accounts with the same rights, which end at the namespace.
  static List<HasMetadata> of(String namespace) {
    return List.of(
        new ServiceAccountBuilder()
            .withMetadata(Meta.of(account(namespace), FluxTree.FLUX))
            .build(),
        new ServiceAccountBuilder()
            .withMetadata(Meta.of(Cluster.TENANT_ACCOUNT, namespace))
            .build(),
        new RoleBindingBuilder()
            .withMetadata(Meta.annotated(Cluster.TENANT_ACCOUNT, namespace, annotations()))
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
            .withSubjects(
                subject(account(namespace), FluxTree.FLUX),
                subject(Cluster.TENANT_ACCOUNT, namespace))
            .build());
  }

  private static Map<String, String> annotations() {
    var annotations = new TreeMap<String, String>();
    ExemptionAnnotations.add(annotations, EXEMPT_FROM, REASON, true);
    return annotations;
  }

  static String describe(String namespace) {
    return "RoleBinding %s/%s".formatted(namespace, Cluster.TENANT_ACCOUNT);
  }

  private static Subject subject(String account, String namespace) {
    return new SubjectBuilder()
        .withKind("ServiceAccount")
        .withName(account)
        .withNamespace(namespace)
        .build();
  }

  static String account(String namespace) {
    return "reconciler-" + namespace;
  }
}

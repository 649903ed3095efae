package io.github.homelab4j.render;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.kube.Meta;
import java.util.List;

/** Under whose rights Flux reconciles a tenant's namespace. */
final class TenantRights {
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
            .withMetadata(Meta.of(Cluster.TENANT_ACCOUNT, namespace))
            .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
            .withSubjects(
                subject(account(namespace), FluxTree.FLUX),
                subject(Cluster.TENANT_ACCOUNT, namespace))
            .build());
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

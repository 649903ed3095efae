package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.List;

/**
 * The right of a {@link Grafana} to read a namespace's ConfigMaps. The chart's own role would open
 * its Secrets too.
 */
final class DashboardReader {
  private DashboardReader() {}

  static List<HasMetadata> in(String namespace, Grafana grafana) {
    var meta = Meta.of(grafana.id() + "-dashboards", namespace);
    var role =
        new RoleBuilder()
            .withMetadata(meta)
            .addNewRule()
            .withApiGroups("")
            .withResources("configmaps")
            .withVerbs("get", "list", "watch")
            .endRule()
            .build();
    var binding =
        new RoleBindingBuilder()
            .withMetadata(meta)
            .withNewRoleRef("rbac.authorization.k8s.io", "Role", meta.getName())
            .addNewSubject()
            .withKind("ServiceAccount")
            .withName(grafana.id())
            .withNamespace(grafana.targetNamespace())
            .endSubject()
            .build();
    return List.of(role, binding);
  }
}

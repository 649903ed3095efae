package io.github.homelab4j.backup;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.List;

/** The account that takes the snapshots of a namespace, and what it may do there. */
final class VolumeSnapshotsAccess {
  private VolumeSnapshotsAccess() {}

  static List<HasMetadata> of(String name, String namespace) {
    return List.of(account(name, namespace), role(name, namespace), binding(name, namespace));
  }

  // Its token is mounted by the pod that asks for it.
  private static ServiceAccount account(String name, String namespace) {
    return new ServiceAccountBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withAutomountServiceAccountToken(false)
        .build();
  }

  private static Role role(String name, String namespace) {
    return new RoleBuilder()
        .withMetadata(Meta.of(name, namespace))
        .addNewRule()
        .withApiGroups("")
        .withResources("persistentvolumeclaims")
        .withVerbs("list")
        .endRule()
        .addNewRule()
        .withApiGroups("snapshot.storage.k8s.io")
        .withResources("volumesnapshots")
        .withVerbs("get", "list", "watch", "create", "delete")
        .endRule()
        .build();
  }

  private static RoleBinding binding(String name, String namespace) {
    return new RoleBindingBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
        .addNewSubject()
        .withKind("ServiceAccount")
        .withName(name)
        .withNamespace(namespace)
        .endSubject()
        .build();
  }
}

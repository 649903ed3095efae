package io.github.homelab4j.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.graph.Emitted;
import java.util.List;
import java.util.Map;

/**
 * What cannot be changed in place, by kind: of Kubernetes' own kinds what the validation of its API
 * server says, of custom resources the rules of their definitions that compare with the old object
 * ({@code self == oldSelf}), and what their operators refuse or do not carry out.
 */
final class ImmutableFields {
  private static final String STATEFUL =
      "delete the StatefulSet alone with kubectl delete --cascade=orphan, which keeps its pods and volumes,";

  // kubernetes/kubernetes: pkg/apis/{core,apps,batch,storage,rbac,networking,scheduling,node}/
  // validation/validation.go, the Validate…Update functions.
  private static final Map<String, List<Immutable>> KUBERNETES =
      Map.ofEntries(
          Map.entry("apps/Deployment", List.of(Immutable.fields("spec.selector"))),
          Map.entry("apps/DaemonSet", List.of(Immutable.fields("spec.selector"))),
          Map.entry("apps/ReplicaSet", List.of(Immutable.fields("spec.selector"))),
          Map.entry("apps/StatefulSet", List.of(statefulSet())),
          Map.entry("batch/Job", List.of(job())),
          Map.entry("/PersistentVolumeClaim", claim()),
          Map.entry("/PersistentVolume", List.of(volume())),
          Map.entry(
              "/Service",
              List.of(
                  Immutable.fields("spec.clusterIP", "spec.clusterIPs", "spec.ipFamilies.0")
                      .unless(ImmutableFields::isExternalName))),
          Map.entry("/Secret", List.of(sealed())),
          Map.entry("/ConfigMap", List.of(sealed())),
          Map.entry(
              "storage.k8s.io/StorageClass",
              List.of(
                  Immutable.fields(
                          "provisioner", "parameters", "reclaimPolicy", "volumeBindingMode")
                      .absentIs("reclaimPolicy", "Delete")
                      .absentIs("volumeBindingMode", "Immediate")
                      .instead(
                          "name a new class beside it, or delete the old one by hand (its volumes stay)"))),
          Map.entry(
              "storage.k8s.io/CSIDriver",
              List.of(
                  Immutable.fields("spec.attachRequired", "spec.volumeLifecycleModes")
                      .absentIs("spec.attachRequired", "true"))),
          Map.entry("rbac.authorization.k8s.io/RoleBinding", List.of(Immutable.fields("roleRef"))),
          Map.entry(
              "rbac.authorization.k8s.io/ClusterRoleBinding", List.of(Immutable.fields("roleRef"))),
          Map.entry("networking.k8s.io/IngressClass", List.of(Immutable.fields("spec.controller"))),
          Map.entry("discovery.k8s.io/EndpointSlice", List.of(Immutable.fields("addressType"))),
          Map.entry("node.k8s.io/RuntimeClass", List.of(Immutable.fields("handler"))),
          Map.entry(
              "scheduling.k8s.io/PriorityClass",
              List.of(
                  Immutable.fields("value", "preemptionPolicy")
                      .absentIs("preemptionPolicy", "PreemptLowerPriority"))),
          Map.entry(
              "apiextensions.k8s.io/CustomResourceDefinition",
              List.of(
                  Immutable.fields(
                          "spec.group", "spec.scope", "spec.names.kind", "spec.names.plural")
                      .instead(
                          "back up its resources, which are deleted with it, delete it by hand"))),
          Map.entry(
              "gateway.networking.k8s.io/GatewayClass",
              List.of(Immutable.fields("spec.controllerName"))));

  private ImmutableFields() {}

  /** What cannot be changed in an object of this kind. */
  static List<Immutable> of(Emitted object) {
    var kind = object.group() + "/" + object.kind();
    var own = KUBERNETES.get(kind);
    return own == null ? OperatorFields.of(kind) : own;
  }

  private static Immutable statefulSet() {
    return Immutable.fields("spec")
        .except(
            "spec.replicas",
            "spec.ordinals",
            "spec.template",
            "spec.updateStrategy",
            "spec.revisionHistoryLimit",
            "spec.persistentVolumeClaimRetentionPolicy",
            "spec.minReadySeconds")
        .absentIs("spec.podManagementPolicy", "OrderedReady")
        .instead(STATEFUL);
  }

  private static Immutable job() {
    return Immutable.fields(
            "spec.selector",
            "spec.template",
            "spec.completions",
            "spec.completionMode",
            "spec.podFailurePolicy",
            "spec.successPolicy",
            "spec.backoffLimitPerIndex",
            "spec.managedBy")
        .absentIs("spec.completionMode", "NonIndexed")
        .absentIs("spec.completions", "1")
        .instead(
            "annotate the Job with kustomize.toolkit.fluxcd.io/force: enabled if it may run again, or delete it by hand");
  }

  private static List<Immutable> claim() {
    return List.of(
        Immutable.fields("spec")
            .except("spec.resources", "spec.volumeAttributesClassName")
            .absentIs("spec.volumeMode", "Filesystem")
            .instead("claim a new volume under another name, or replace this one by hand"),
        Immutable.growing("spec.resources.requests.storage"));
  }

  private static Immutable volume() {
    return Immutable.fields("spec")
        .except(
            "spec.capacity",
            "spec.accessModes",
            "spec.claimRef",
            "spec.persistentVolumeReclaimPolicy",
            "spec.storageClassName",
            "spec.mountOptions",
            "spec.volumeAttributesClassName")
        .absentIs("spec.volumeMode", "Filesystem")
        .instead("declare a new volume under another name, or replace this one by hand");
  }

  private static Immutable sealed() {
    return Immutable.fields("data", "binaryData", "stringData", "immutable")
        .unless((before, after) -> !before.path("immutable").asBoolean())
        .instead("give it a new name for new contents, or delete the old one by hand");
  }

  private static boolean isExternalName(JsonNode before, JsonNode after) {
    return before.at("/spec/type").asText().equals("ExternalName")
        || after.at("/spec/type").asText().equals("ExternalName");
  }
}

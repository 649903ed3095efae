package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** What the pods of the VictoriaMetrics operator's resources have in common. */
final class VmPods {
  /** Where the operator's rules for names, ports and labels stand. */
  static final String SOURCES =
      "VictoriaMetrics/operator@v0.74.1:internal/controller/operator/factory/";

  /** The reloader beside each pod that has configuration. */
  static final Compute RELOADER = Compute.of(Quantity.millis(10), Quantity.mi(32), Quantity.mi(64));

  private VmPods() {}

  /**
   * The resource's name: the component's id without the kind, which the operator puts before the
   * name of all it makes; {@code main} when nothing is left.
   */
  static String resource(String kind, String id) {
    return id.equals(kind)
        ? "main"
        : id.startsWith(kind + "-") ? id.substring(kind.length() + 1) : id;
  }

  /** The name of the Service and the pods that the operator makes. */
  static String service(String kind, String id) {
    return kind + "-" + resource(kind, id);
  }

  /** The fact that the operator makes a Service for the component's pods. */
  static ChartFact service(Component component, String kind) {
    var pods = labelled(kind, component.id());
    return ChartFact.of(
            "Service",
            service(kind, component.id()),
            component.targetNamespace(),
            SOURCES + "build/service.go")
        .labelledAsPods(pods);
  }

  /** The same with the budget that the operator makes for several copies. */
  static List<ChartFact> withBudget(ChartFact service, int copies) {
    var budget =
        ChartFact.of(
                "PodDisruptionBudget",
                service.name(),
                service.namespace(),
                SOURCES + "build/pdb.go")
            .maxUnavailable("1")
            .selects(service.selector());
    return copies > 1 ? List.of(service, budget) : List.of(service);
  }

  /** The labels of the pods. */
  static Map<String, String> labelled(String kind, String id) {
    return Map.of(
        "app.kubernetes.io/name",
        kind,
        "app.kubernetes.io/instance",
        resource(kind, id),
        "app.kubernetes.io/component",
        "monitoring",
        "managed-by",
        "vm-operator");
  }

  /** A volume that one pod mounts. */
  static PersistentVolumeClaimSpec claim(StorageClassRef storage, Quantity size) {
    return new PersistentVolumeClaimSpecBuilder()
        .withAccessModes("ReadWriteOnce")
        .withStorageClassName(storage.name())
        .withNewResources()
        .addToRequests("storage", size.model())
        .endResources()
        .build();
  }
}

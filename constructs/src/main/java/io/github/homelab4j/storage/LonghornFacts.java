package io.github.homelab4j.storage;

import io.github.homelab4j.core.ChartFact;
import java.util.List;
import java.util.Map;

/** What the chart of {@link Longhorn}, and its manager, create. */
final class LonghornFacts {
  static final String TEMPLATES = "longhorn/longhorn@v1.12.1:chart/templates/";
  static final Map<String, String> UI_PODS = Map.of("app", "longhorn-ui");
  static final Map<String, String> MANAGER_PODS = Map.of("app", "longhorn-manager");
  private static final String MANAGER = "longhorn/longhorn-manager@v1.12.1:";
  private static final String APP = "app";

  private LonghornFacts() {}

  static List<ChartFact> of(String namespace) {
    return List.of(
        service(namespace, Longhorn.UI, "deployment-ui.yaml")
            .port("http", Longhorn.UI_PORT, Longhorn.UI_POD_PORT)
            .labelledAsPods(UI_PODS),
        service(namespace, "longhorn-backend", "daemonset-sa.yaml")
            .port("manager", 9500)
            .labelledAsPods(MANAGER_PODS),
        service(namespace, "longhorn-admission-webhook", "services.yaml")
            .port("admission-webhook", 9502),
        service(namespace, "longhorn-recovery-backend", "services.yaml")
            .port("recovery-backend", 9503),
        ChartFact.of("PriorityClass", "longhorn-critical", "", TEMPLATES + "priorityclass.yaml"),
        ChartFact.of(
                "StorageClass",
                Longhorn.NAME,
                "",
                MANAGER + "controller/kubernetes_configmap_controller.go")
            .detail(
                "of provisioner %s, allowVolumeExpansion: true (chart/templates/storageclass.yaml)"
                    .formatted(Longhorn.DRIVER)),
        driver(namespace, "Deployment", "csi-attacher"),
        driver(namespace, "Deployment", "csi-provisioner"),
        driver(namespace, "Deployment", "csi-resizer"),
        driver(namespace, "Deployment", "csi-snapshotter"),
        driver(namespace, "DaemonSet", "longhorn-csi-plugin"),
        budget(namespace, "csi-attacher"),
        budget(namespace, "csi-provisioner"));
  }

  private static ChartFact service(String namespace, String name, String template) {
    return ChartFact.of("Service", name, namespace, TEMPLATES + template);
  }

  private static ChartFact driver(String namespace, String kind, String name) {
    return ChartFact.of(kind, name, namespace, MANAGER + "csi/deployment.go")
        .selects(Map.of(APP, name));
  }

  // There while a volume is in use. Each pod that holds volumes has one of its own name, too.
  private static ChartFact budget(String namespace, String name) {
    return ChartFact.of(
            "PodDisruptionBudget",
            name,
            namespace,
            MANAGER + "controller/kubernetes_pdb_controller.go")
        .minAvailable("1")
        .selects(Map.of(APP, name));
  }
}

package io.github.homelab4j.change;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values of charts that end in fields that cannot be changed in place. */
final class ChartFields {
  private static final String VALUES = "spec.values.";

  private static final Map<String, List<Immutable>> ALL =
      Map.ofEntries(
          // VictoriaMetrics/helm-charts: charts/victoria-logs-single/templates.
          Map.entry(
              "victoria-logs-single",
              stateful("server.persistentVolume.size", "server.persistentVolume.storageClassName")),
          // gitlab-org/charts/gitlab: charts/gitlab/charts/gitaly/templates/_statefulset_spec.yaml.
          Map.entry(
              "gitlab",
              stateful("gitlab.gitaly.persistence.size", "gitlab.gitaly.persistence.storageClass")),
          // goharbor/harbor-helm: templates/trivy/trivy-sts.yaml,
          // templates/registry/registry-pvc.yaml.
          Map.entry("harbor", harbor()),
          // grafana-community/helm-charts: charts/grafana/templates/pvc.yaml.
          Map.entry("grafana", claim("persistence.size", "persistence.storageClassName")),
          // grafana/helm-charts: charts/tempo/templates/statefulset.yaml.
          Map.entry("tempo", stateful("persistence.size", "persistence.storageClassName")),
          // spiffe/helm-charts-hardened:
          // charts/spire/charts/spire-server/templates/statefulset.yaml.
          Map.entry(
              "spire",
              stateful("spire-server.persistence.size", "global.spire.persistence.storageClass")),
          // rook/rook: deploy/charts/rook-ceph-cluster/templates.
          Map.entry("rook-ceph-cluster", ceph()),
          // cilium/cilium: Documentation/network/clustermesh/setup.rst,
          // Documentation/network/concepts/ipam/index.rst.
          Map.entry(
              "cilium",
              List.of(
                  Immutable.onceSet(below("cluster.id", "cluster.name", "ipam.mode"))
                      .ignoredBy("Cilium for pods that run already")
                      .instead("keep it, or restart all nodes one by one"))));

  private ChartFields() {}

  static List<Immutable> of(String chart) {
    return ALL.getOrDefault(chart, List.of());
  }

  private static List<Immutable> stateful(String... values) {
    return List.of(
        Immutable.onceSet(below(values))
            .refusedBy("the StatefulSet of the chart")
            .failingUpgrades()
            .instead(
                "delete the StatefulSet alone with kubectl delete --cascade=orphan, which keeps its pods and volumes, resize the claims by hand"));
  }

  private static List<Immutable> harbor() {
    var claims = "persistence.persistentVolumeClaim.";
    var registry = claim(claims + "registry.size", claims + "registry.storageClass");
    return List.of(
        stateful(claims + "trivy.size", claims + "trivy.storageClass").get(0),
        registry.get(0),
        registry.get(1));
  }

  private static List<Immutable> claim(String size, String storageClass) {
    return List.of(
        Immutable.onceSet(below(storageClass))
            .refusedBy("the claim of the chart")
            .failingUpgrades()
            .instead("keep it, or copy the data to a new volume by hand"),
        Immutable.growing(below(size)).refusedBy("the claim of the chart").failingUpgrades());
  }

  private static List<Immutable> ceph() {
    return List.of(
        Immutable.onceSet(
                below("cephClusterSpec.dataDirHostPath", "cephClusterSpec.network.provider"))
            .failingUpgrades()
            .instead("keep it, or make a new Ceph cluster"),
        Immutable.fields(
                below(
                    "cephBlockPools.*.storageClass.parameters",
                    "cephBlockPools.*.storageClass.reclaimPolicy",
                    "cephFileSystems.*.storageClass.parameters",
                    "cephFileSystems.*.storageClass.reclaimPolicy"))
            .refusedBy("the storage class of the chart")
            .failingUpgrades()
            .instead("keep it, or delete the class by hand (its volumes stay)"));
  }

  private static String[] below(String... values) {
    return Arrays.stream(values).map(value -> VALUES + value).toArray(String[]::new);
  }
}

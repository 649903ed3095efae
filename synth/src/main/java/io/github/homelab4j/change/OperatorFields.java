package io.github.homelab4j.change;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What cannot be changed in custom resources. */
final class OperatorFields {
  private static final String NEW_POOL =
      "make a new pool under another name, or replace this one by hand";

  private static final Map<String, List<Immutable>> ALL =
      Map.ofEntries(
          // cloudnative-pg/cloudnative-pg: config/crd/bases,
          // internal/webhook/v1/cluster_webhook.go.
          Map.entry(
              "postgresql.cnpg.io/Cluster",
              List.of(
                  Immutable.onceSet("spec.serviceAccountName"),
                  Immutable.growing("spec.storage.size", "spec.walStorage.size")
                      .refusedBy("CloudNativePG"),
                  Immutable.fields("spec.walStorage.size")
                      .when(difference -> difference.after().isMissingNode())
                      .refusedBy("CloudNativePG")
                      .instead("keep the volume for the log, or make a new cluster by hand"),
                  Immutable.onceSet("spec.storage.storageClass", "spec.walStorage.storageClass")
                      .ignoredBy("CloudNativePG for the instances that it has")
                      .instead("recreate them one by one with kubectl cnpg destroy"))),
          Map.entry(
              "postgresql.cnpg.io/Pooler",
              List.of(Immutable.onceSet("spec.cluster", "spec.serviceAccountName"))),
          Map.entry(
              "postgresql.cnpg.io/ScheduledBackup", List.of(Immutable.onceSet("spec.cluster"))),
          Map.entry(
              "postgresql.cnpg.io/Database",
              List.of(
                  Immutable.onceSet(
                      "spec.cluster",
                      "spec.name",
                      "spec.template",
                      "spec.encoding",
                      "spec.locale",
                      "spec.localeProvider",
                      "spec.localeCollate",
                      "spec.localeCType",
                      "spec.icuLocale",
                      "spec.icuRules",
                      "spec.builtinLocale",
                      "spec.collationVersion"))),
          // rook/rook: deploy/examples/crds.yaml, Documentation/CRDs.
          Map.entry(
              "ceph.rook.io/CephCluster",
              List.of(Immutable.onceSet("spec.dataDirHostPath", "spec.network.provider"))),
          Map.entry("ceph.rook.io/CephBlockPool", pool("spec")),
          Map.entry("ceph.rook.io/CephFilesystem", pool("spec.metadataPool", "spec.dataPools.*")),
          // strimzi/strimzi-kafka-operator: cluster-operator/…/model/StorageDiff.java.
          Map.entry(
              "kafka.strimzi.io/KafkaNodePool",
              List.of(
                  Immutable.onceSet(
                          "spec.storage.type",
                          "spec.storage.class",
                          "spec.storage.volumes.*.type",
                          "spec.storage.volumes.*.class")
                      .ignoredBy("Strimzi")
                      .instead("add a node pool under another name, or replace this one by hand"),
                  Immutable.growing("spec.storage.size", "spec.storage.volumes.*.size")
                      .ignoredBy("Strimzi"))),
          Map.entry(
              "kafka.strimzi.io/KafkaTopic",
              List.of(
                  Immutable.onceSet("spec.topicName").ignoredBy("Strimzi"),
                  Immutable.growing("spec.partitions").ignoredBy("Strimzi"))),
          // dragonflydb/dragonfly-operator#472 and #519; VictoriaMetrics/operator: docs/FAQ.md.
          Map.entry(
              "dragonflydb.io/Dragonfly",
              List.of(
                  Immutable.fields("spec.snapshot.persistentVolumeClaimSpec")
                      .ignoredBy("the operator, whose StatefulSet cannot change its volumes,")
                      .instead("delete its StatefulSet by hand"))),
          Map.entry(
              "operator.victoriametrics.com/VMSingle",
              volumes("spec.storage.storageClassName", "spec.storage.resources.requests.storage")),
          Map.entry(
              "operator.victoriametrics.com/VMAlertmanager",
              volumes(
                  "spec.storage.volumeClaimTemplate.spec.storageClassName",
                  "spec.storage.volumeClaimTemplate.spec.resources.requests.storage")),
          // prometheus-operator/prometheus-operator: Documentation/platform/storage.md.
          Map.entry("monitoring.coreos.com/Prometheus", claims()),
          Map.entry("monitoring.coreos.com/Alertmanager", claims()));

  private OperatorFields() {}

  static List<Immutable> of(String kind) {
    return ALL.getOrDefault(kind, List.of());
  }

  private static List<Immutable> pool(String... pools) {
    return List.of(
        Immutable.fields(below(pools, "erasureCoded")).ignoredBy("Ceph").instead(NEW_POOL),
        Immutable.onceSet(below(pools, "failureDomain", "crushRoot", "deviceClass"))
            .unless((before, after) -> after.at("/spec/enableCrushUpdates").asBoolean())
            .ignoredBy("Rook while enableCrushUpdates is off,")
            .instead("set enableCrushUpdates, which moves the data, or change the rule by hand"));
  }

  private static List<Immutable> volumes(String storageClass, String size) {
    return List.of(
        Immutable.onceSet(storageClass)
            .ignoredBy("the operator")
            .instead("keep it, or copy the data to a new volume by hand"),
        Immutable.growing(size).ignoredBy("the operator"));
  }

  private static List<Immutable> claims() {
    return List.of(
        Immutable.fields("spec.storage")
            .ignoredBy("the Prometheus operator for the volumes that there are")
            .instead(
                "resize the claims by hand too, or copy the data to volumes of another class"));
  }

  private static String[] below(String[] parents, String... names) {
    return Arrays.stream(parents)
        .flatMap(parent -> Arrays.stream(names).map(name -> parent + "." + name))
        .toArray(String[]::new);
  }
}

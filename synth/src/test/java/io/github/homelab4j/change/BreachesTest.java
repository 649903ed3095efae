package io.github.homelab4j.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.graph.Emitted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreachesTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Each row is a kind and what of it changes, before and after. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1 | Deployment | spec: {selector: {matchLabels: {app: a}}} | spec: {selector: {matchLabels: {app: b}}}",
        "apps/v1 | StatefulSet | spec: {serviceName: a} | spec: {serviceName: b}",
        "apps/v1 | StatefulSet | spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: 1Gi}}}}]} | spec: {volumeClaimTemplates: [{spec: {resources: {requests: {storage: 2Gi}}}}]}",
        "apps/v1 | StatefulSet | spec: {replicas: 1} | spec: {replicas: 1, podManagementPolicy: Parallel}",
        "batch/v1 | Job | spec: {template: {spec: {containers: [{image: a}]}}} | spec: {template: {spec: {containers: [{image: b}]}}}",
        "v1 | PersistentVolumeClaim | spec: {storageClassName: a} | spec: {storageClassName: b}",
        "v1 | PersistentVolumeClaim | spec: {resources: {requests: {storage: 2Gi}}} | spec: {resources: {requests: {storage: 2000Mi}}}",
        "v1 | PersistentVolume | spec: {nfs: {path: /a}} | spec: {nfs: {path: /b}}",
        "v1 | Service | spec: {type: ClusterIP} | spec: {type: ClusterIP, clusterIP: 10.43.0.10}",
        "v1 | ConfigMap | {immutable: true, data: {a: b}} | {immutable: true, data: {a: c}}",
        "v1 | Secret | {immutable: true, data: {a: b}} | {data: {a: b}}",
        "storage.k8s.io/v1 | StorageClass | {provisioner: x, parameters: {pool: a}} | {provisioner: x, parameters: {pool: b}}",
        "storage.k8s.io/v1 | CSIDriver | spec: {attachRequired: true} | spec: {attachRequired: false}",
        "rbac.authorization.k8s.io/v1 | ClusterRoleBinding | roleRef: {name: view} | roleRef: {name: edit}",
        "networking.k8s.io/v1 | IngressClass | spec: {controller: a/b} | spec: {controller: a/c}",
        "scheduling.k8s.io/v1 | PriorityClass | value: 1 | value: 2",
        "apiextensions.k8s.io/v1 | CustomResourceDefinition | spec: {scope: Cluster} | spec: {scope: Namespaced}",
        "gateway.networking.k8s.io/v1 | GatewayClass | spec: {controllerName: a/b} | spec: {controllerName: a/c}",
        "postgresql.cnpg.io/v1 | Cluster | spec: {storage: {size: 20Gi}} | spec: {storage: {size: 10Gi}}",
        "postgresql.cnpg.io/v1 | Cluster | spec: {walStorage: {size: 20Gi}} | spec: {instances: 2}",
        "postgresql.cnpg.io/v1 | Cluster | spec: {storage: {storageClass: a}} | spec: {storage: {storageClass: b}}",
        "postgresql.cnpg.io/v1 | Pooler | spec: {cluster: {name: a}} | spec: {cluster: {name: b}}",
        "postgresql.cnpg.io/v1 | Database | spec: {name: a} | spec: {name: b}",
        "ceph.rook.io/v1 | CephCluster | spec: {dataDirHostPath: /a} | spec: {dataDirHostPath: /b}",
        "ceph.rook.io/v1 | CephBlockPool | spec: {failureDomain: host} | spec: {failureDomain: osd}",
        "ceph.rook.io/v1 | CephFilesystem | spec: {dataPools: [{failureDomain: host}]} | spec: {dataPools: [{failureDomain: osd}]}",
        "kafka.strimzi.io/v1 | KafkaNodePool | spec: {storage: {volumes: [{size: 2Gi}]}} | spec: {storage: {volumes: [{size: 1Gi}]}}",
        "kafka.strimzi.io/v1 | KafkaTopic | spec: {partitions: 3} | spec: {partitions: 2}",
        "dragonflydb.io/v1alpha1 | Dragonfly | spec: {replicas: 2} | spec: {replicas: 2, snapshot: {persistentVolumeClaimSpec: {storageClassName: a}}}",
        "operator.victoriametrics.com/v1beta1 | VMSingle | spec: {storage: {storageClassName: a}} | spec: {storage: {storageClassName: b}}",
        "monitoring.coreos.com/v1 | Prometheus | spec: {storage: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 1Gi}}}}}} | spec: {storage: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 2Gi}}}}}}",
        "monitoring.coreos.com/v1 | Alertmanager | spec: {storage: {volumeClaimTemplate: {spec: {storageClassName: a}}}} | spec: {storage: {volumeClaimTemplate: {spec: {storageClassName: b}}}}",
      })
  void what_cannot_be_changed_in_place_is_told(
      String apiVersion, String kind, String before, String after) {
    assertThat(breaches(apiVersion, kind, before, after)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apps/v1 | Deployment | spec: {replicas: 1} | spec: {replicas: 2}",
        "apps/v1 | StatefulSet | spec: {replicas: 1} | spec: {replicas: 2, podManagementPolicy: OrderedReady}",
        "apps/v1 | StatefulSet | spec: {template: {spec: {x: 1}}} | spec: {template: {spec: {x: 2}}}",
        "batch/v1 | Job | spec: {ttlSecondsAfterFinished: 1} | spec: {ttlSecondsAfterFinished: 2}",
        "batch/v1 | CronJob | spec: {jobTemplate: {spec: {template: {a: b}}}} | spec: {jobTemplate: {spec: {template: {a: c}}}}",
        "v1 | PersistentVolumeClaim | spec: {resources: {requests: {storage: 1Gi}}} | spec: {resources: {requests: {storage: 2000Mi}}}",
        "v1 | Service | spec: {type: ExternalName} | spec: {type: ClusterIP, clusterIP: 10.43.0.10}",
        "v1 | ConfigMap | {data: {a: b}} | {immutable: true, data: {a: c}}",
        "storage.k8s.io/v1 | StorageClass | {provisioner: x} | {provisioner: x, reclaimPolicy: Delete, allowVolumeExpansion: true}",
        "ceph.rook.io/v1 | CephBlockPool | spec: {failureDomain: host} | spec: {failureDomain: osd, enableCrushUpdates: true}",
        "kafka.strimzi.io/v1 | KafkaNodePool | spec: {storage: {volumes: [{size: 1Gi}]}} | spec: {storage: {volumes: [{size: 2Gi}, {size: 2Gi}]}}",
        "postgresql.cnpg.io/v1 | Database | spec: {name: a} | spec: {name: a, encoding: UTF8}",
        "example.org/v1 | Widget | spec: {a: 1} | spec: {a: 2}",
      })
  void what_can_be_changed_is_nobodys_business(
      String apiVersion, String kind, String before, String after) {
    assertThat(breaches(apiVersion, kind, before, after)).isEmpty();
  }

  @Test
  void a_sentence_names_the_object_its_fields_both_values_what_happens_and_the_way_out() {
    assertThat(
            breaches(
                "v1",
                "PersistentVolumeClaim",
                "spec: {storageClassName: slow, accessModes: [ReadWriteOnce]}",
                "spec: {storageClassName: fast, accessModes: [ReadWriteMany]}"))
        .containsExactly(
            "PersistentVolumeClaim shop/one changes spec.storageClassName from slow to fast and spec.accessModes.0 from ReadWriteOnce to ReadWriteMany, which the API server refuses, and with it everything else of Kustomization shop: claim a new volume under another name, or replace this one by hand");
    assertThat(
            breaches(
                "ceph.rook.io/v1",
                "CephBlockPool",
                "spec: {failureDomain: host}",
                "spec: {failureDomain: osd}"))
        .containsExactly(
            "CephBlockPool shop/one changes spec.failureDomain from host to osd, which Rook while enableCrushUpdates is off, does not carry out: set enableCrushUpdates, which moves the data, or change the rule by hand");
  }

  @Test
  void more_than_three_fields_are_counted() {
    assertThat(
            breaches(
                "storage.k8s.io/v1",
                "StorageClass",
                "parameters: {a: 1, b: 1, c: 1, d: 1, e: 1}",
                "parameters: {a: 2, b: 2, c: 2, d: 2, e: 2}"))
        .singleElement()
        .asString()
        .contains("parameters.c from 1 to 2 and 2 more, which");
  }

  @Test
  void values_of_secrets_are_not_shown() {
    assertThat(
            breaches(
                "v1",
                "Secret",
                "{immutable: true, stringData: {key: correct-horse}}",
                "{immutable: true, stringData: {key: battery-staple}}"))
        .singleElement()
        .asString()
        .contains("changes stringData.key, which")
        .doesNotContain("correct-horse", "battery-staple");
  }

  /** Flux deletes and creates it then; what holds data would come back empty. */
  @Test
  void what_is_made_anew_on_purpose_is_no_breach_unless_it_holds_data() {
    var force = "metadata: {annotations: {kustomize.toolkit.fluxcd.io/force: enabled}}\n";
    assertThat(breaches("batch/v1", "Job", "spec: {template: a}", force + "spec: {template: b}"))
        .isEmpty();
    assertThat(
            breaches(
                "apps/v1",
                "StatefulSet",
                "spec: {serviceName: a}",
                force + "spec: {serviceName: b}"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "victoria-logs-single | {server: {persistentVolume: {size: 50Gi}}} | {server: {persistentVolume: {size: 60Gi}}}",
        "gitlab | {gitlab: {gitaly: {persistence: {storageClass: a}}}} | {gitlab: {gitaly: {persistence: {storageClass: b}}}}",
        "harbor | {persistence: {persistentVolumeClaim: {trivy: {size: 5Gi}}}} | {persistence: {persistentVolumeClaim: {trivy: {size: 6Gi}}}}",
        "harbor | {persistence: {persistentVolumeClaim: {registry: {size: 5Gi}}}} | {persistence: {persistentVolumeClaim: {registry: {size: 4Gi}}}}",
        "rook-ceph-cluster | {cephClusterSpec: {dataDirHostPath: /a}} | {cephClusterSpec: {dataDirHostPath: /b}}",
        "rook-ceph-cluster | {cephBlockPools: [{storageClass: {parameters: {a: b}}}]} | {cephBlockPools: [{storageClass: {parameters: {a: c}}}]}",
        "cilium | {cluster: {id: 1}} | {cluster: {id: 2}}",
      })
  void values_that_end_in_what_a_chart_cannot_change_are_told(
      String chart, String before, String after) {
    assertThat(release(chart, before, after)).hasSize(1);
    assertThat(release(chart, before, before)).isEmpty();
    assertThat(release("another", before, after)).isEmpty();
  }

  @Test
  void a_volume_of_a_chart_that_may_grow_grows() {
    assertThat(
            release(
                "harbor",
                "{persistence: {persistentVolumeClaim: {registry: {size: 5Gi}}}}",
                "{persistence: {persistentVolumeClaim: {registry: {size: 6Gi}}}}"))
        .isEmpty();
  }

  private static List<String> release(String chart, String before, String after) {
    var api = "helm.toolkit.fluxcd.io/v2";
    return Breaches.of(
        new Committed(
            object(api, "HelmRelease", "spec: {values: %s}".formatted(before)), "shop", "one.yaml"),
        object(api, "HelmRelease", "spec: {values: %s}".formatted(after)),
        "shop",
        chart);
  }

  private static List<String> breaches(
      String apiVersion, String kind, String before, String after) {
    return Breaches.of(
        new Committed(object(apiVersion, kind, before), "shop", "one.yaml"),
        object(apiVersion, kind, after),
        "shop",
        "");
  }

  private static Emitted object(String apiVersion, String kind, String rest) {
    try {
      var tree = YAML.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
      tree.setAll((com.fasterxml.jackson.databind.node.ObjectNode) YAML.readTree(rest));
      tree.withObjectProperty("metadata").put("name", "one").put("namespace", "shop");
      return Emitted.foreign((JsonNode) tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

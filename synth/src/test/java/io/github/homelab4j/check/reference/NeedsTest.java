package io.github.homelab4j.check.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.graph.Emitted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What objects name, of kinds that no reference homelab emits in this form. */
class NeedsTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void a_pod_names_secrets_config_maps_claims_classes_and_its_account() {
    assertThat(
            needs(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec:
                  serviceAccountName: web
                  priorityClassName: high
                  runtimeClassName: gvisor
                  imagePullSecrets: [{name: pull}]
                  containers:
                    - envFrom: [{secretRef: {name: all}}, {configMapRef: {name: maybe, optional: true}}]
                      env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}]
                  volumes:
                    - {name: a, secret: {secretName: files, items: [{key: one, path: x}]}}
                    - {name: b, configMap: {name: scripts}}
                    - {name: c, persistentVolumeClaim: {claimName: data}}
                    - name: d
                      projected: {sources: [{secret: {name: part, items: [{key: two, path: y}]}}]}
                    - {name: e, secret: {secretName: perhaps, optional: true}}
                """))
        .containsExactlyInAnyOrder(
            "ServiceAccount shop/web",
            "PriorityClass high",
            "RuntimeClass gvisor",
            "Secret shop/pull",
            "Secret shop/all",
            "ConfigMap shop/settings#a",
            "Secret shop/files",
            "Secret shop/files#one",
            "ConfigMap shop/scripts",
            "PersistentVolumeClaim shop/data",
            "Secret shop/part",
            "Secret shop/part#two");
  }

  @Test
  void a_release_names_its_source_its_values_and_what_stands_in_them() {
    assertThat(
            needs(
                """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: web, namespace: shop}
                spec:
                  targetNamespace: front
                  dependsOn: [{name: base}, {name: other, namespace: far}]
                  chart: {spec: {sourceRef: {kind: HelmRepository, name: charts}}}
                  valuesFrom: [{kind: Secret, name: login, valuesKey: password, targetPath: a}, {kind: ConfigMap, name: more}]
                  values:
                    auth: {existingSecret: own, existingSecretKey: pass}
                    ingress: {tls: [{secretName: tls}]}
                    database: {password: {secret: db, key: word}}
                    persistence: {storageClass: "-"}
                    name: {secretName: "{{ .Release.Name }}"}
                    url: http://api.back.svc.cluster.local:8080/v1
                """))
        .containsExactlyInAnyOrder(
            "HelmRelease shop/base",
            "HelmRelease far/other",
            "HelmRepository shop/charts",
            "Secret shop/login#password",
            "ConfigMap shop/more#values.yaml",
            "Namespace front",
            "Secret front/own#pass",
            "Secret front/tls",
            "Secret front/db#word",
            "Service back/api#8080");
  }

  @Test
  void objects_of_kubernetes_name_services_roles_and_targets() {
    assertThat(
            needs(
                "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {namespace: shop}, spec: {scaleTargetRef: {kind: StatefulSet, name: web}}}"))
        .containsExactly("StatefulSet shop/web");
    assertThat(
            needs(
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {namespace: shop}, spec: {serviceName: web}}"))
        .containsExactly("Service shop/web");
    assertThat(
            needs(
                "{kind: ValidatingWebhookConfiguration, webhooks: [{clientConfig: {service: {name: hook, namespace: shop}}}]}"))
        .containsExactly("Service shop/hook#443");
    assertThat(
            needs(
                "{kind: RoleBinding, metadata: {namespace: shop}, roleRef: {kind: Role, name: own}, subjects: [{kind: ServiceAccount, name: bot, namespace: ci}, {kind: User, name: me}]}"))
        .containsExactlyInAnyOrder("Role shop/own", "ServiceAccount ci/bot");
    assertThat(
            needs(
                "{kind: Ingress, metadata: {namespace: shop}, spec: {ingressClassName: nginx, tls: [{secretName: tls}], rules: [{http: {paths: [{backend: {service: {name: web, port: {name: http}}}}]}}]}}"))
        .containsExactlyInAnyOrder(
            "IngressClass nginx",
            "Secret shop/tls",
            "Secret shop/tls#tls.crt",
            "Secret shop/tls#tls.key",
            "Service shop/web#http");
    assertThat(
            needs(
                "{kind: Ingress, metadata: {namespace: shop, annotations: {cert-manager.io/cluster-issuer: all}}, spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}}"))
        .containsExactlyInAnyOrder("ClusterIssuer all", "Service shop/web#80");
    assertThat(
            needs(
                "{kind: Ingress, metadata: {namespace: shop, annotations: {cert-manager.io/issuer: own}}}"))
        .containsExactly("Issuer shop/own");
    assertThat(
            needs(
                "{kind: Ingress, metadata: {namespace: shop, annotations: {cert-manager.io/issuer: own, cert-manager.io/issuer-group: example.org}}}"))
        .isEmpty();
    assertThat(
            needs(
                "{kind: VolumeSnapshot, metadata: {namespace: shop}, spec: {volumeSnapshotClassName: fast, source: {persistentVolumeClaimName: data}}}"))
        .containsExactlyInAnyOrder("VolumeSnapshotClass fast", "PersistentVolumeClaim shop/data");
  }

  @Test
  void custom_resources_name_secrets_in_words_of_their_own() {
    assertThat(
            needs(
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {namespace: db}, spec: {superuserSecret: {name: root}, managed: {roles: [{passwordSecret: {name: app}}]}}}"))
        .containsExactlyInAnyOrder(
            "Secret db/root#username",
            "Secret db/root#password",
            "Secret db/app#username",
            "Secret db/app#password");
    assertThat(
            needs(
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {namespace: db, labels: {strimzi.io/cluster: main}}}"))
        .containsExactly("Kafka db/main");
    assertThat(
            needs(
                "{apiVersion: external-secrets.io/v1, kind: ClusterSecretStore, spec: {provider: {onepassword: {auth: {secretRef: {connectTokenSecretRef: {name: connect, namespace: es, key: token}}}}}}}"))
        .containsExactly("Secret es/connect#token");
    assertThat(
            needs(
                "{kind: StorageClass, parameters: {csi.storage.k8s.io/node-stage-secret-name: node, csi.storage.k8s.io/node-stage-secret-namespace: ceph}}"))
        .containsExactly("Secret ceph/node");
  }

  @Test
  void what_a_controller_makes_itself_is_no_reference() {
    assertThat(
            needs(
                "{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {namespace: shop}, spec: {secretName: tls, issuerRef: {kind: ClusterIssuer, name: acme}}}"))
        .containsExactly("ClusterIssuer acme");
    assertThat(
            needs(
                "{apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {namespace: shop}, spec: {acme: {privateKeySecretRef: {name: account}}}}"))
        .isEmpty();
  }

  @Test
  void hosts_in_texts_are_services_and_look_alikes_are_not() {
    assertThat(
            needs(
                """
                kind: ConfigMap
                metadata: {namespace: shop}
                data:
                  a: "tcp://db-0.db.back.svc:5432 and http://api.back.svc/"
                  b: "*.back.svc, $NAME.back.svc, ${x}.back.svc, {{ .x }}-y.back.svc, a.b.svcs"
                """))
        .containsExactlyInAnyOrder("Service back/db#5432", "Service back/api");
  }

  private static List<String> needs(String yaml) {
    try {
      var object = Emitted.foreign(YAML.readValue(yaml, JsonNode.class));
      var subject =
          new Subject(
              "one", "one/web", new Origin("T.java", 1, ""), Optional.empty(), Optional.of(object));
      return ClusterReferences.of(subject, "cert-manager").stream()
          .map(need -> need.describe() + (need.part().isEmpty() ? "" : "#" + need.part()))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

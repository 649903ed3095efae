package io.github.homelab4j.check.object;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Planted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.rule.ObjectRule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of objects that the API server refuses, beside those that it takes. */
class ObjectChecksTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String POD =
      "{apiVersion: apps/v1, kind: %s, metadata: {name: %s, namespace: apps}, spec: {replicas: %s, selector: {matchLabels: {app.kubernetes.io/name: shop}}, template: {metadata: {labels: {app.kubernetes.io/name: shop}}, spec: {containers: [%s]}}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Service     | shop                | true
          Service     | 1shop               | false
          Service     | shop.one            | false
          StatefulSet | a23456789-123456789-123456789-123456789-123456789-12  | true
          StatefulSet | a23456789-123456789-123456789-123456789-123456789-123 | false
          Deployment  | shop.one            | true
          Deployment  | shop_one            | false
          ConfigMap   | -shop               | false
          ClusterRole | system:shop         | true
          ClusterRole | system/shop         | false
          """)
  void names_have_the_form_of_their_kind(String kind, String name, boolean fine)
      throws IOException {
    assertThat(
            codes(
                kind.endsWith("Set") || kind.equals("Deployment")
                    ? POD.formatted(kind, name, 1, "{name: web}")
                    : "{apiVersion: v1, kind: %s, metadata: {name: '%s', namespace: apps}}"
                        .formatted(kind, name)))
        .isEqualTo(fine ? List.of() : List.of("NAME_INVALID"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: web}                                                                  |
          {name: web, ports: [{name: http, containerPort: 0}]}                         | PORT_INVALID
          {name: web, ports: [{name: a-name-of-sixteen, containerPort: 80}]}           | PORT_INVALID
          {name: web, ports: [{name: '8080', containerPort: 80}]}                      | PORT_INVALID
          {name: web, ports: [{name: http, containerPort: 80, hostPort: 99999}]}       | PORT_INVALID
          {name: web, livenessProbe: {tcpSocket: {port: 70000}}}                       | PORT_INVALID
          {name: web, ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}]} | PART_TWICE
          {name: web, resources: {limits: {memory: 1e9, cpu: .5, nvidia.com/gpu: 1}}}  |
          {name: web, resources: {limits: {memory: 64MB}}}                             | QUANTITY_INVALID
          {name: web, resources: {limits: {memory: -64Mi}}}                            | QUANTITY_INVALID
          {name: web, resources: {limits: {memory: 512}}}                              | QUANTITY_UNIT
          {name: web, resources: {requests: {cpu: 2}, limits: {cpu: 1500m}}}           | REQUEST_ABOVE_LIMIT
          {name: web, resources: {requests: {cpu: 2}, limits: {cpu: 2000m}}}           |
          {name: web, volumeMounts: [{name: data, mountPath: /data}]}                  | VOLUME_UNKNOWN
          """)
  void containers_are_those_that_the_api_server_takes(String container, String code)
      throws IOException {
    assertThat(codes(POD.formatted("Deployment", "shop", 1, container)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void a_claim_of_a_stateful_set_is_a_volume() throws IOException {
    var set =
        POD.formatted(
            "StatefulSet",
            "shop",
            1,
            "{name: web, volumeMounts: [{name: data, mountPath: /data}]}");
    assertThat(codes(set)).containsExactly("VOLUME_UNKNOWN");
    assertThat(
            codes(set.replace("replicas: 1", "volumeClaimTemplates: [{metadata: {name: data}}]")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1     | REPLICAS_INVALID
          0      |
          1000   |
          """)
  void copies_are_counted_from_none(int replicas, String code) throws IOException {
    assertThat(codes(POD.formatted("Deployment", "shop", replicas, "{name: web}")))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1 | Service | {clusterIP: 999.1.1.1}                                   | ADDRESS_INVALID
          v1 | Service | {clusterIP: None}                                        |
          v1 | Service | {ports: [{port: 80, nodePort: 8080}]}                    | PORT_INVALID
          v1 | Service | {ports: [{port: 80}, {port: 81}]}                        | PORT_INVALID
          v1 | Service | {ports: [{port: 80, targetPort: a--b}]}                  | PORT_INVALID
          v1 | Service | {loadBalancerSourceRanges: [192.0.2.1/24]}               | ADDRESS_INVALID
          policy/v1 | PodDisruptionBudget | {}                                    | BUDGET_INVALID
          policy/v1 | PodDisruptionBudget | {minAvailable: 101%}                  | BUDGET_INVALID
          policy/v1 | PodDisruptionBudget | {minAvailable: 50%}                   |
          autoscaling/v2 | HorizontalPodAutoscaler | {minReplicas: 3, maxReplicas: 2} | REPLICAS_INVALID
          networking.k8s.io/v1 | NetworkPolicy | {egress: [{to: [{ipBlock: {cidr: 10.0.0.0/33}}]}]} | ADDRESS_INVALID
          networking.k8s.io/v1 | NetworkPolicy | {ingress: [{ports: [{port: 99999}]}]} | PORT_INVALID
          networking.k8s.io/v1 | Ingress | {rules: [{host: 192.0.2.11}]}          | HOSTNAME_INVALID
          batch/v1beta1 | CronJob | {schedule: '@daily'}                          | API_VERSION_OLD
          """)
  void other_objects_are_those_that_the_api_server_takes(
      String version, String kind, String spec, String code) throws IOException {
    assertThat(
            codes(
                    "{apiVersion: %s, kind: %s, metadata: {name: shop, namespace: apps}, spec: %s}"
                        .formatted(version, kind, spec))
                .stream()
                .filter(found -> !found.equals("LABELS_RECOMMENDED")))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void two_services_do_not_share_a_node_port() throws IOException {
    var service =
        "{apiVersion: v1, kind: Service, metadata: {name: %s, namespace: apps}, spec: {ports: [{port: 80, nodePort: 30080}]}}";
    assertThat(messages(service.formatted("one"), service.formatted("two")))
        .containsExactly(
            "Service apps/two takes node port 30080, which Service apps/one has: take another one");
  }

  private static List<String> codes(String... objects) throws IOException {
    return findings(objects).stream().map(Finding::code).toList();
  }

  private static List<String> messages(String... objects) throws IOException {
    return findings(objects).stream().map(Finding::message).toList();
  }

  private static List<Finding> findings(String... objects) throws IOException {
    var homelab = new ExampleHomelab();
    var planted = new GenericKubernetesResource[objects.length];
    for (int i = 0; i < objects.length; i++) {
      planted[i] = YAML.readValue(objects[i], GenericKubernetesResource.class);
    }
    new Planted(homelab.one(), "planted", planted);
    return Checks.run(Resolver.resolve(homelab)).findings().stream()
        .filter(finding -> finding.rule() instanceof ObjectRule)
        .toList();
  }
}

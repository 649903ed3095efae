package io.github.homelab4j.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.homelab4j.graph.Emitted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which custom resources stand for pods, and where they say what of them. */
public final class CustomPods {
  private static final String APP_NAME = "app.kubernetes.io/name";
  private static final String INSTANCE = "app.kubernetes.io/instance";
  // VictoriaMetrics/operator@master:internal/controller/operator/factory/build/security.go
  private static final String STRICT = "/spec/useStrictSecurity";
  private static final JsonNode STRICT_POD =
      json(
          """
          {"runAsNonRoot": true, "runAsUser": 65534, "runAsGroup": 65534, "fsGroup": 65534,
           "seccompProfile": {"type": "RuntimeDefault"}}
          """);
  private static final JsonNode STRICT_CONTAINER =
      json(
          """
          {"privileged": false, "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false,
           "capabilities": {"drop": ["ALL"]}, "runAsUser": 65534, "runAsGroup": 65534,
           "runAsNonRoot": true}
          """);
  // cloudnative-pg/cloudnative-pg@main:pkg/specs/containers.go and pods.go
  private static final JsonNode POSTGRES_POD =
      json(
          """
          {"runAsNonRoot": true, "runAsUser": 26, "runAsGroup": 26, "fsGroup": 26,
           "seccompProfile": {"type": "RuntimeDefault"}}
          """);
  private static final JsonNode PGBOUNCER_POD =
      json(
          """
          {"runAsNonRoot": true, "runAsUser": 998, "runAsGroup": 996, "fsGroup": 996,
           "seccompProfile": {"type": "RuntimeDefault"}}
          """);
  private static final JsonNode POSTGRES_CONTAINER =
      json(
          """
          {"privileged": false, "readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false,
           "capabilities": {"drop": ["ALL"]}, "runAsNonRoot": true,
           "seccompProfile": {"type": "RuntimeDefault"}}
          """);
  private static final JsonNode OPERATED_CONTAINER =
      json(
          """
          {"readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false,
           "capabilities": {"drop": ["ALL"]}}
          """);
  // There is one; what it asks is up to the operator.
  private static final JsonNode PROBE = json("{}");

  private static final Map<String, List<CustomPod>> BY_KIND =
      Stream.of(
              metrics("VMAgent").container("config-reloader", "/spec/configReloaderResources"),
              metrics("VMAlert").container("config-reloader", "/spec/configReloaderResources"),
              metrics("VMAlertmanager")
                  .container("config-reloader", "/spec/configReloaderResources"),
              metrics("VMSingle"),
              operated("Prometheus"),
              operated("Alertmanager"),
              CustomPod.of("Cluster.postgresql.cnpg.io")
                  .replicas("/spec/instances")
                  .budget("/spec/enablePDB")
                  .label("cnpg.io/cluster", "{name}")
                  .container("postgres", "/spec/resources")
                  .field("/containers/0/image", "/spec/imageName")
                  .field("/priorityClassName", "/spec/priorityClassName")
                  .field("/affinity/podAntiAffinity", "/spec/affinity")
                  .field("/topologySpreadConstraints", "/spec/topologySpreadConstraints")
                  .sets("/securityContext", "", POSTGRES_POD)
                  .sets("/containers/0/securityContext", "", POSTGRES_CONTAINER)
                  .sets("/containers/0/readinessProbe", "", PROBE)
                  .sets("/containers/0/livenessProbe", "", PROBE),
              CustomPod.of("Pooler.postgresql.cnpg.io")
                  .replicas("/spec/instances")
                  .label("cnpg.io/poolerName", "{name}")
                  .container("pgbouncer", "/spec/template/spec/containers/0/resources")
                  .field("/containers/0/image", "/spec/template/spec/containers/0/image")
                  .field(
                      "/topologySpreadConstraints", "/spec/template/spec/topologySpreadConstraints")
                  .field("/affinity", "/spec/template/spec/affinity")
                  .sets("/securityContext", "", PGBOUNCER_POD)
                  .sets("/containers/0/securityContext", "", POSTGRES_CONTAINER)
                  .sets("/containers/0/readinessProbe", "", PROBE),
              // dragonflydb/dragonfly-operator@main:internal/resources/resources.go
              CustomPod.of("Dragonfly.dragonflydb.io")
                  .replicas("/spec/replicas")
                  .budget("/spec/pdb")
                  .label("app", "{name}")
                  .label(APP_NAME, "dragonfly")
                  .label("app.kubernetes.io/part-of", "dragonfly")
                  .container("dragonfly", "/spec/resources")
                  .field("/containers/0/image", "/spec/image")
                  .field("/securityContext", "/spec/podSecurityContext")
                  .field("/containers/0/securityContext", "/spec/containerSecurityContext")
                  .field("/affinity", "/spec/affinity")
                  .field("/topologySpreadConstraints", "/spec/topologySpreadConstraints")
                  .field("/serviceAccountName", "/spec/serviceAccountName")
                  .field("/priorityClassName", "/spec/priorityClassName")
                  .sets("/containers/0/readinessProbe", "", PROBE)
                  .sets("/containers/0/livenessProbe", "", PROBE),
              CustomPod.of("Keycloak.k8s.keycloak.org")
                  .replicas("/spec/instances")
                  .label("app", "keycloak")
                  .label(INSTANCE, "{name}")
                  .container("keycloak", "/spec/resources")
                  .field("/topologySpreadConstraints", "/spec/scheduling/topologySpreadConstraints")
                  .field("/affinity", "/spec/scheduling/affinity")
                  .field("/priorityClassName", "/spec/scheduling/priorityClassName"),
              kafka("KafkaNodePool", "")
                  .replicas("/spec/replicas")
                  .label("strimzi.io/cluster", "{label:strimzi.io/cluster}")
                  .label("strimzi.io/pool-name", "{name}")
                  .label("strimzi.io/kind", "Kafka")
                  .container("kafka", "/spec/resources"),
              kafka("KafkaConnect", "-connect")
                  .replicas("/spec/replicas")
                  .label("strimzi.io/cluster", "{name}")
                  .label("strimzi.io/kind", "KafkaConnect")
                  .container("connect", "/spec/resources")
                  .field("/containers/0/image", "/spec/image"),
              CustomPod.of("Kafka.kafka.strimzi.io")
                  .suffix("-entity-operator")
                  .onlyWith("/spec/entityOperator")
                  .isolated()
                  .label("strimzi.io/cluster", "{name}")
                  .label("strimzi.io/name", "{name}-entity-operator")
                  .container("topic-operator", "/spec/entityOperator/topicOperator/resources")
                  .container("user-operator", "/spec/entityOperator/userOperator/resources"))
          .collect(Collectors.groupingBy(CustomPod::kind));

  private CustomPods() {}

  /** The pods that operators make of an object. */
  static List<Workload> of(Subject subject) {
    return pods(subject.emitted()).stream().map(pod -> pod.of(subject)).toList();
  }

  /** Whether the operator makes a disruption budget for the pods of an object. */
  public static boolean hasBudget(Emitted object) {
    return pods(object).stream().anyMatch(pod -> pod.hasBudget(object));
  }

  /** Whether the operator makes network policies for the pods of an object. */
  public static boolean isIsolated(Emitted object) {
    return pods(object).stream().anyMatch(CustomPod::isIsolated);
  }

  private static List<CustomPod> pods(Emitted object) {
    return BY_KIND.getOrDefault(object.kind() + "." + object.group(), List.of()).stream()
        .filter(pod -> pod.isOf(object))
        .toList();
  }

  // prometheus-operator/prometheus-operator@v0.93.0:pkg/prometheus/server/statefulset.go and
  // pkg/alertmanager/statefulset.go
  private static CustomPod operated(String kind) {
    var program = kind.toLowerCase(Locale.ROOT);
    return CustomPod.of(kind + ".monitoring.coreos.com")
        .replicas("/spec/replicas")
        .label(APP_NAME, program)
        .label(INSTANCE, "{name}")
        .label("app.kubernetes.io/managed-by", "prometheus-operator")
        .label(program, "{name}")
        .container(program, "/spec/resources")
        .field("/containers/0/image", "/spec/image")
        .field("/serviceAccountName", "/spec/serviceAccountName")
        .field("/automountServiceAccountToken", "/spec/automountServiceAccountToken")
        .field("/securityContext", "/spec/securityContext")
        .field("/affinity", "/spec/affinity")
        .field("/topologySpreadConstraints", "/spec/topologySpreadConstraints")
        .field("/priorityClassName", "/spec/priorityClassName")
        .field("/hostNetwork", "/spec/hostNetwork")
        .sets("/containers/0/securityContext", "", OPERATED_CONTAINER)
        .sets("/containers/0/readinessProbe", "", PROBE)
        .sets("/containers/0/livenessProbe", "", PROBE);
  }

  private static CustomPod metrics(String kind) {
    var name = kind.toLowerCase(Locale.ROOT);
    return CustomPod.of(kind + ".operator.victoriametrics.com")
        .replicas("/spec/replicaCount")
        .budget("/spec/podDisruptionBudget")
        .label(APP_NAME, name)
        .label(INSTANCE, "{name}")
        .label("app.kubernetes.io/component", "monitoring")
        .label("managed-by", "vm-operator")
        .container(name, "/spec/resources")
        .field("/containers/0/image", "/spec/image")
        .field("/topologySpreadConstraints", "/spec/topologySpreadConstraints")
        .field("/affinity", "/spec/affinity")
        .field("/priorityClassName", "/spec/priorityClassName")
        .field("/hostNetwork", "/spec/hostNetwork")
        .sets("/securityContext", STRICT, STRICT_POD)
        .sets("/containers/0/securityContext", STRICT, STRICT_CONTAINER)
        .sets("/containers/1/securityContext", STRICT, STRICT_CONTAINER)
        .sets("/containers/0/readinessProbe", "", PROBE)
        .sets("/containers/0/livenessProbe", "", PROBE);
  }

  // Strimzi makes a budget and a network policy for each of its pod sets unless it is told not to.
  private static CustomPod kafka(String kind, String suffix) {
    return CustomPod.of(kind + ".kafka.strimzi.io")
        .suffix(suffix)
        .budget("/spec")
        .isolated()
        .field("/topologySpreadConstraints", "/spec/template/pod/topologySpreadConstraints")
        .field("/affinity", "/spec/template/pod/affinity")
        .field("/priorityClassName", "/spec/template/pod/priorityClassName")
        .sets("/containers/0/readinessProbe", "", PROBE)
        .sets("/containers/0/livenessProbe", "", PROBE);
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

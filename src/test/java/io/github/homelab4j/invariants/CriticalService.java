package io.github.homelab4j.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service of infra-apps that others stop without.
 *
 * @param cluster the cluster
 * @param object what says how many copies it has
 * @param replicas where in it
 * @param budget where its disruption budget stands: in the same object, or an object of its own;
 *     empty when its operator or chart always makes one
 * @param spread where its copies are told to stay apart; empty when its chart always does
 */
record CriticalService(
    String cluster, String object, String replicas, String budget, String spread) {
  /** All of them. */
  static List<CriticalService> all() {
    return Stream.of(everywhere(Lab.INFRA), everywhere(Lab.APPS), infra(), apps())
        .flatMap(List::stream)
        .toList();
  }

  JsonNode at(String pointer) {
    return Lab.object(cluster, object).at(pointer);
  }

  int copies() {
    return at(replicas).asInt();
  }

  JsonNode budgetNode() {
    return budget.startsWith("/")
        ? at(budget)
        : Lab.object(cluster, budget).at("/spec/maxUnavailable");
  }

  @Override
  public String toString() {
    return "%s %s%s".formatted(cluster, object, replicas);
  }

  private static List<CriticalService> everywhere(String cluster) {
    return List.of(
        release(
            cluster,
            "kube-system/coredns",
            "/replicaCount",
            "/podDisruptionBudget/maxUnavailable",
            "/affinity/podAntiAffinity"),
        release(
            cluster,
            "kube-system/cilium",
            "/operator/replicas",
            "/operator/podDisruptionBudget/maxUnavailable",
            ""),
        release(
            cluster,
            "kube-system/cilium",
            "/clustermesh/apiserver/replicas",
            "/clustermesh/apiserver/podDisruptionBudget/maxUnavailable",
            ""),
        release(
            cluster,
            "cert-manager/cert-manager",
            "/replicaCount",
            "/podDisruptionBudget/enabled",
            "/topologySpreadConstraints"),
        release(
            cluster,
            "cert-manager/cert-manager",
            "/webhook/replicaCount",
            "/webhook/podDisruptionBudget/enabled",
            "/webhook/topologySpreadConstraints"),
        release(
            cluster,
            "external-secrets/external-secrets",
            "/replicaCount",
            "/podDisruptionBudget/minAvailable",
            "/topologySpreadConstraints"),
        release(
            cluster,
            "external-secrets/external-secrets",
            "/webhook/replicaCount",
            "/webhook/podDisruptionBudget/minAvailable",
            "/webhook/topologySpreadConstraints"),
        release(
            cluster,
            "external-secrets/onepassword-connect",
            "/connect/replicas",
            "/connect/pdb/maxUnavailable",
            "/connect/affinity/podAntiAffinity"),
        replicated(cluster, "VMAgent observability/main"));
  }

  private static List<CriticalService> infra() {
    return List.of(
        release(
            Lab.INFRA,
            "rook-ceph/rook-ceph-cluster",
            "/cephClusterSpec/mgr/count",
            "/cephClusterSpec/disruptionManagement/managePodBudgets",
            ""),
        new CriticalService(
            Lab.INFRA,
            "Cluster postgres/postgres",
            "/spec/instances",
            "/spec/enablePDB",
            "/spec/affinity/enablePodAntiAffinity"),
        pooler("harbor-pooler"),
        pooler("keycloak-pooler"),
        pooler("gitlab-pooler"),
        dragonfly("dragonfly-gitlab"),
        dragonfly("dragonfly-harbor"),
        new CriticalService(
            Lab.INFRA,
            "Keycloak keycloak/keycloak",
            "/spec/instances",
            "PodDisruptionBudget keycloak/keycloak",
            "/spec/scheduling/topologySpreadConstraints"),
        release(
            Lab.INFRA,
            "observability/grafana",
            "/replicas",
            "/podDisruptionBudget/maxUnavailable",
            "/topologySpreadConstraints"),
        replicated(Lab.INFRA, "VMAlert observability/main"),
        replicated(Lab.INFRA, "VMAlertmanager observability/main"));
  }

  private static List<CriticalService> apps() {
    return List.of(
        release(
            Lab.APPS,
            "gitlab/gitlab",
            "/gitlab/webservice/minReplicas",
            "",
            "/gitlab/webservice/topologySpreadConstraints"),
        release(
            Lab.APPS,
            "gitlab/gitlab",
            "/gitlab/gitlab-shell/minReplicas",
            "",
            "/gitlab/gitlab-shell/topologySpreadConstraints"),
        release(
            Lab.APPS,
            "gitlab/gitlab",
            "/registry/hpa/minReplicas",
            "",
            "/registry/topologySpreadConstraints"),
        release(
            Lab.APPS,
            "harbor/harbor",
            "/core/replicas",
            "/core/podDisruptionBudget/minAvailable",
            "/core/topologySpreadConstraints"),
        release(
            Lab.APPS,
            "harbor/harbor",
            "/portal/replicas",
            "/portal/podDisruptionBudget/minAvailable",
            "/portal/topologySpreadConstraints"),
        release(
            Lab.APPS,
            "strimzi-system/strimzi-kafka-operator",
            "/replicas",
            "/podDisruptionBudget/minAvailable",
            "/topologySpreadConstraints"),
        new CriticalService(
            Lab.APPS,
            "KafkaNodePool kafka/broker",
            "/spec/replicas",
            "",
            "/spec/template/pod/topologySpreadConstraints"),
        new CriticalService(
            Lab.APPS,
            "KafkaNodePool kafka/controller",
            "/spec/replicas",
            "",
            "/spec/template/pod/topologySpreadConstraints"));
  }

  private static CriticalService release(
      String cluster, String name, String replicas, String budget, String spread) {
    return new CriticalService(
        cluster, "HelmRelease " + name, values(replicas), values(budget), values(spread));
  }

  private static CriticalService pooler(String name) {
    return new CriticalService(
        Lab.INFRA,
        "Pooler postgres/" + name,
        "/spec/instances",
        "PodDisruptionBudget postgres/" + name,
        "/spec/template/spec/topologySpreadConstraints");
  }

  private static CriticalService dragonfly(String name) {
    return new CriticalService(
        Lab.INFRA,
        "Dragonfly dragonfly/" + name,
        "/spec/replicas",
        "/spec/pdb/maxUnavailable",
        "/spec/affinity/podAntiAffinity");
  }

  private static CriticalService replicated(String cluster, String object) {
    return new CriticalService(
        cluster,
        object,
        "/spec/replicaCount",
        "/spec/podDisruptionBudget/maxUnavailable",
        "/spec/topologySpreadConstraints");
  }

  private static String values(String pointer) {
    return pointer.isEmpty() ? "" : "/spec/values" + pointer;
  }
}

package io.github.homelab4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.testing.WorkloadCondition.Answer;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What pods are often asked for: {@code import static
 * io.github.homelab4j.testing.WorkloadConditions.*}.
 */
public final class WorkloadConditions {
  private static final String HOST = "kubernetes.io/hostname";

  private WorkloadConditions() {}

  /** A disruption budget selects the pods. */
  public static WorkloadCondition disruptionBudget() {
    return condition(
        "a disruption budget",
        (cluster, workload) ->
            isSelected(cluster, workload, "PodDisruptionBudget", "/spec/selector")
                ? Answer.YES
                : otherwise(workload));
  }

  /** A network policy of Kubernetes or Cilium selects the pods. */
  public static WorkloadCondition networkPolicy() {
    return condition(
        "a network policy",
        (cluster, workload) ->
            Answer.of(
                isSelected(cluster, workload, "NetworkPolicy", "/spec/podSelector")
                    || isSelected(
                        cluster, workload, "CiliumNetworkPolicy", "/spec/endpointSelector")));
  }

  /** Copies are told to stand on different machines. */
  public static WorkloadCondition spreadOverNodes() {
    return condition(
        "a spread over the machines",
        (cluster, workload) -> {
          var keys =
              workload.pod().path("topologySpreadConstraints").findValuesAsText("topologyKey");
          keys.addAll(
              workload.pod().at("/affinity/podAntiAffinity").findValuesAsText("topologyKey"));
          return keys.contains(HOST)
              ? Answer.YES
              : Answer.lacks(workload, "/topologySpreadConstraints");
        });
  }

  /** No container may run as root. */
  public static WorkloadCondition nonRoot() {
    var field = "/securityContext/runAsNonRoot";
    return condition(
        "no container that may run as root",
        (cluster, workload) -> {
          var pod = workload.pod().at(field).asBoolean();
          return containers(
              workload,
              field,
              container ->
                  container.at(field).isMissingNode() ? pod : container.at(field).asBoolean());
        });
  }

  /** Each container has a limit of memory. */
  public static WorkloadCondition memoryLimit() {
    return everyContainer("a limit of memory", "/resources/limits/memory");
  }

  /** Each container is asked whether it is ready. */
  public static WorkloadCondition readinessProbe() {
    return everyContainer("a readiness probe", "/readinessProbe");
  }

  private static WorkloadCondition everyContainer(String what, String field) {
    return condition(
        what,
        (cluster, workload) ->
            containers(workload, field, container -> !container.at(field).isMissingNode()));
  }

  private static WorkloadCondition condition(
      String what, BiFunction<ClusterView, Workload, Answer> test) {
    return new WorkloadCondition(what, test);
  }

  // A container that lacks it says no, unless a chart or an operator may add it.
  private static Answer containers(Workload workload, String field, Predicate<JsonNode> has) {
    var containers = workload.pod().path("containers");
    var lacking =
        IntStream.range(0, containers.size()).filter(i -> !has.test(containers.get(i))).toArray();
    if (containers.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return lacking.length == 0
        ? Answer.YES
        : Answer.lacks(workload, "/containers/" + lacking[0] + field);
  }

  private static boolean isSelected(
      ClusterView cluster, Workload workload, String kind, String selector) {
    return cluster.objects(kind).stream()
        .map(subject -> subject.emitted())
        .filter(object -> object.namespace().equals(workload.namespace()))
        .anyMatch(object -> workload.isSelectedBy(object.at(selector + "/matchLabels")));
  }

  private static Answer otherwise(Workload workload) {
    return workload.source() == Workload.Source.EMITTED ? Answer.NO : Answer.UNKNOWN;
  }
}

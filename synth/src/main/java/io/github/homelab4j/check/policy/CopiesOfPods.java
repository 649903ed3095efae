package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.CustomPods;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.ReliabilityRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** Several copies of one thing: on different machines, and not all taken down at once. */
public final class CopiesOfPods implements Check {
  private static final String HOST = "kubernetes.io/hostname";

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        ReliabilityRule.REL_010,
        ReliabilityRule.REL_011,
        ReliabilityRule.REL_012,
        ReliabilityRule.REL_013);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var budgets = PodBudget.of(cluster);
      for (var workload : cluster.workloads()) {
        judge(cluster, workload, budgets, report);
      }
      budgets.stream()
          .filter(budget -> budget.object().isPresent())
          .forEach(budget -> unhealthy(budget, report));
    }
  }

  private static void judge(
      ClusterView cluster, Workload workload, List<PodBudget> all, Report report) {
    var replicas = workload.replicas();
    if (replicas.isEmpty() || workload.labels().isEmpty()) {
      return;
    }
    var budgets = all.stream().filter(budget -> budget.covers(workload)).toList();
    if (replicas.getAsInt() > 1) {
      Judgement.judge(
          ReliabilityRule.REL_010,
          workload,
          isMeantFor(cluster, workload, all)
              ? Outcome.UNKNOWN
              : Outcome.of(
                  !budgets.isEmpty() || CustomPods.hasBudget(workload.subject().emitted()),
                  "has %s copies and no disruption budget".formatted(replicas.getAsInt())),
          report);
      if (cluster.model().cluster().plan().nodes().size() > 1) {
        Judgement.judge(ReliabilityRule.REL_013, workload, spread(Pod.of(workload, 0)), report);
      }
    }
    if (!budgets.isEmpty()) {
      Judgement.judge(ReliabilityRule.REL_011, workload, letsGo(cluster, budgets), report);
    }
  }

  // A budget that selects nothing is said to do so, and the reason why there seems to be none.
  private static boolean isMeantFor(
      ClusterView cluster, Workload workload, List<PodBudget> budgets) {
    return budgets.stream()
        .filter(budget -> budget.namespace().equals(workload.namespace()))
        .anyMatch(budget -> cluster.workloads().stream().noneMatch(budget::covers));
  }

  private static Outcome letsGo(ClusterView cluster, List<PodBudget> budgets) {
    if (budgets.size() > 1) {
      return Outcome.broken(
          "has several disruption budgets, which block each other: "
              + budgets.stream().map(PodBudget::name).collect(Collectors.joining(", ")));
    }
    var budget = budgets.get(0);
    // One budget may be about several things, as all pools of a Kafka.
    var replicas =
        cluster.workloads().stream()
            .filter(budget::covers)
            .mapToInt(each -> copies(cluster, each))
            .sum();
    return Outcome.of(
        budget.letsGo(replicas),
        "has %s and disruption budget %s of %s, which lets none go"
            .formatted(
                replicas == 1 ? "1 copy" : replicas + " copies", budget.name(), budget.limit()));
  }

  // Who is scaled has at least as many copies as its autoscaler starts with.
  private static int copies(ClusterView cluster, Workload workload) {
    return cluster.objects("HorizontalPodAutoscaler").stream()
        .map(Subject::emitted)
        .filter(scaler -> scaler.namespace().equals(workload.namespace()))
        .filter(scaler -> scaler.at("/spec/scaleTargetRef/kind").asText().equals(workload.kind()))
        .filter(scaler -> scaler.at("/spec/scaleTargetRef/name").asText().equals(workload.name()))
        .map(scaler -> scaler.at("/spec/minReplicas").asInt(1))
        .findFirst()
        .orElse(workload.replicas().orElse(1));
  }

  private static Outcome spread(Pod pod) {
    var constraints = pod.at("/topologySpreadConstraints");
    var affinity = pod.at("/affinity/podAntiAffinity");
    if (hasHost(constraints.node()) || hasHost(affinity.node())) {
      return Outcome.HOLDS;
    }
    return constraints.known() && affinity.known()
        ? Outcome.broken(
            "has %s copies, which may all be on one machine"
                .formatted(pod.workload().replicas().getAsInt()))
        : Outcome.UNKNOWN;
  }

  private static boolean hasHost(JsonNode terms) {
    return terms.findValuesAsText("topologyKey").contains(HOST);
  }

  private static void unhealthy(PodBudget budget, Report report) {
    var subject = budget.object().orElseThrow();
    Judgement.judge(
        ReliabilityRule.REL_012,
        subject,
        subject.emitted().at("/spec").has("unhealthyPodEvictionPolicy"),
        "sets no unhealthyPodEvictionPolicy",
        report);
  }
}

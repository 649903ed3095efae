package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The selector of a workload selects the pods of its own template. */
final class WorkloadSelectors implements Check {
  private static final Set<String> KINDS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.SELECTOR_MISMATCH);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.workloads().stream()
          .filter(workload -> workload.source() == Workload.Source.EMITTED)
          .filter(workload -> KINDS.contains(workload.kind()))
          .forEach(workload -> check(workload, report));
    }
  }

  private static void check(Workload workload, Report report) {
    var selector = workload.subject().emitted().at("/spec/selector");
    var missing = missing(selector, workload.labels());
    report.judge(
        ObjectRule.SELECTOR_MISMATCH,
        workload.subject(),
        missing.isEmpty() && !selector.isEmpty(),
        () ->
            "%s selects pods with %s, but its own have %s: write the same labels in both"
                .formatted(
                    workload.describe(),
                    missing.isEmpty() ? "nothing" : String.join(", ", missing),
                    text(workload.labels())));
  }

  private static List<String> missing(JsonNode selector, Map<String, String> labels) {
    var missing = new ArrayList<String>();
    selector
        .path("matchLabels")
        .fields()
        .forEachRemaining(
            wanted -> {
              var value = wanted.getValue().asText();
              if (!value.equals(labels.get(wanted.getKey()))) {
                missing.add(wanted.getKey() + "=" + value);
              }
            });
    for (var expression : selector.path("matchExpressions")) {
      if (!holds(expression, labels)) {
        missing.add(
            "%s %s %s"
                .formatted(
                    expression.path("key").asText(),
                    expression.path("operator").asText(),
                    expression.path("values")));
      }
    }
    return missing;
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    var value = labels.get(expression.path("key").asText());
    var listed = new ArrayList<String>();
    expression.path("values").forEach(each -> listed.add(each.asText()));
    return switch (expression.path("operator").asText()) {
      case "In" -> value != null && listed.contains(value);
      case "NotIn" -> value == null || !listed.contains(value);
      case "Exists" -> value != null;
      default -> value == null;
    };
  }

  private static String text(Map<String, String> labels) {
    return labels.isEmpty()
        ? "none"
        : String.join(
            ", ",
            labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList());
  }
}

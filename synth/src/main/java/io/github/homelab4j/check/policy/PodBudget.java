package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disruption budget: an object of ours, or what an operator makes of a custom resource.
 *
 * @param name its name
 * @param namespace its namespace
 * @param object the object, when it is one of ours
 * @param selector which pods it is about
 * @param minAvailable how many stay, or missing
 * @param maxUnavailable how many may go, or missing
 */
record PodBudget(
    String name,
    String namespace,
    Optional<Subject> object,
    JsonNode selector,
    JsonNode minAvailable,
    JsonNode maxUnavailable) {
  static List<PodBudget> of(ClusterView cluster) {
    var budgets = new ArrayList<PodBudget>();
    for (var subject : cluster.objects("PodDisruptionBudget")) {
      var object = subject.emitted();
      budgets.add(
          new PodBudget(
              object.name(),
              object.namespace(),
              Optional.of(subject),
              object.at("/spec/selector"),
              object.at("/spec/minAvailable"),
              object.at("/spec/maxUnavailable")));
    }
    return budgets;
  }

  boolean covers(Workload workload) {
    return namespace.equals(workload.namespace())
        && selector.path("matchExpressions").isEmpty()
        && workload.isSelectedBy(selector.path("matchLabels"));
  }

  /** Whether one of so many pods may go. */
  boolean letsGo(int replicas) {
    if (!maxUnavailable.isMissingNode()) {
      // Kubernetes rounds percentages up, also those that may go.
      return replicas > 0 && amount(maxUnavailable, replicas) >= 1 && replicas > 1;
    }
    return amount(minAvailable, replicas) < replicas;
  }

  private static int amount(JsonNode limit, int replicas) {
    var text = limit.asText("0");
    return text.endsWith("%")
        ? (int) Math.ceil(Integer.parseInt(text.replace("%", "")) * replicas / 100.0)
        : limit.asInt();
  }

  String limit() {
    return maxUnavailable.isMissingNode()
        ? "minAvailable " + minAvailable.asText("unset")
        : "maxUnavailable " + maxUnavailable.asText();
  }
}

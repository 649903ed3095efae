package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.check.reference.Selector;
import io.github.homelab4j.core.ChartFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disruption budget: an object of ours, or what a chart makes.
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
    Selector selector,
    JsonNode minAvailable,
    JsonNode maxUnavailable) {
  private static final String KIND = "PodDisruptionBudget";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static List<PodBudget> of(ClusterView cluster) {
    var budgets = new ArrayList<PodBudget>();
    for (var subject : cluster.objects(KIND)) {
      var object = subject.emitted();
      budgets.add(
          new PodBudget(
              object.name(),
              object.namespace(),
              Optional.of(subject),
              Selector.of(object.at("/spec/selector")),
              object.at("/spec/minAvailable"),
              object.at("/spec/maxUnavailable")));
    }
    cluster.model().units().stream()
        .flatMap(unit -> unit.component().stream())
        .flatMap(component -> component.facts().stream())
        .filter(fact -> fact.kind().equals(KIND))
        .map(PodBudget::of)
        .forEach(budgets::add);
    return budgets;
  }

  // What is not said of it is not known: that it lets one go is then taken for granted.
  private static PodBudget of(ChartFact fact) {
    var limit = fact.budget();
    return new PodBudget(
        fact.name(),
        fact.namespace(),
        Optional.empty(),
        new Selector(fact.selector(), List.of()),
        text(limit.flatMap(ChartFact.Budget::minAvailable)),
        limit.isEmpty()
            ? NODES.textNode("1")
            : text(limit.flatMap(ChartFact.Budget::maxUnavailable)));
  }

  private static JsonNode text(Optional<String> text) {
    return text.<JsonNode>map(NODES::textNode).orElse(MissingNode.getInstance());
  }

  boolean covers(Workload workload) {
    return namespace.equals(workload.namespace()) && selector.matches(workload.labels());
  }

  /** Whether one of so many pods may go; where there is none, nothing is held up. */
  boolean letsGo(int replicas) {
    if (replicas == 0) {
      return true;
    }
    if (!maxUnavailable.isMissingNode()) {
      // Kubernetes rounds percentages up, also those that may go.
      return amount(maxUnavailable, replicas) >= 1;
    }
    return amount(minAvailable, replicas) < replicas;
  }

  private static int amount(JsonNode limit, int replicas) {
    var text = limit.asText("0");
    var number = Integer.parseInt("0" + text.replaceAll("\\D", ""));
    return text.endsWith("%") ? (int) Math.ceil(number * replicas / 100.0) : number;
  }

  String limit() {
    return maxUnavailable.isMissingNode()
        ? "minAvailable " + minAvailable.asText("unset")
        : "maxUnavailable " + maxUnavailable.asText();
  }
}

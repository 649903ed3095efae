package io.github.homelab4j.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Planted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.rule.ReliabilityRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Budgets over what an autoscaler decides the copies of. */
class ScaledCopiesTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop, namespace: apps}
      spec:
        selector: {matchLabels: {app.kubernetes.io/name: shop}}
        template:
          metadata: {labels: {app.kubernetes.io/name: shop}}
          spec: {containers: [{name: web}]}
      """;
  private static final String BUDGET =
      """
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: shop, namespace: apps}
      spec:
        minAvailable: 1
        selector: {matchLabels: {app.kubernetes.io/name: shop}}
      """;
  private static final String SCALER =
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: shop, namespace: apps}
      spec:
        minReplicas: 2
        maxReplicas: 5
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
      """;

  @Test
  void its_smallest_number_is_what_a_budget_is_measured_by() throws IOException {
    assertThat(messages(DEPLOYMENT, BUDGET, SCALER)).isEmpty();
  }

  @Test
  void one_copy_is_held_up_by_a_budget_that_keeps_one() throws IOException {
    var held =
        "Deployment apps/shop has 1 copy and disruption budget shop of minAvailable 1, which lets none go: ";
    assertThat(messages(DEPLOYMENT, BUDGET, SCALER.replace("minReplicas: 2", "minReplicas: 1")))
        .singleElement()
        .asString()
        .startsWith(held);
    assertThat(messages(DEPLOYMENT, BUDGET, SCALER.replace("name: shop}", "name: wiki}")))
        .singleElement()
        .asString()
        .startsWith(held);
  }

  private static List<String> messages(String... objects) throws IOException {
    var planted = new ArrayList<GenericKubernetesResource>();
    for (var object : objects) {
      planted.add(YAML.readValue(object, GenericKubernetesResource.class));
    }
    var homelab = new ExampleHomelab();
    new Planted(homelab.one(), "planted", planted.toArray(GenericKubernetesResource[]::new));
    return Checks.run(Resolver.resolve(homelab)).findings().stream()
        .filter(finding -> finding.rule() == ReliabilityRule.REL_011)
        .map(Finding::message)
        .toList();
  }
}

package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.Map;

/**
 * Disruption budgets, for what has none of its own: two over the same pods would block every drain.
 */
public final class Budgets {
  private Budgets() {}

  /**
   * One pod at a time may be taken down. Pods that are not ready may always be: they serve nobody
   * and would block a drain.
   */
  public static PodDisruptionBudget oneAtATime(
      String name, String namespace, Map<String, String> labels) {
    return new PodDisruptionBudgetBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .withMaxUnavailable(new IntOrString(1))
        .withUnhealthyPodEvictionPolicy("AlwaysAllow")
        .withNewSelector()
        .withMatchLabels(labels)
        .endSelector()
        .endSpec()
        .build();
  }
}

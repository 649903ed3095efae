package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.Optional;

/**
 * The machines that an {@link Application} runs on.
 *
 * @param nodes the machines
 * @param required whether it runs nowhere rather than elsewhere
 */
public record AppNodes(List<NodePlan> nodes, boolean required) {
  private static final int MOST = 100;

  /** Keeps its own copy. */
  public AppNodes {
    nodes = List.copyOf(nodes);
  }

  /** Nowhere else: when they are gone, so is the application. */
  public static AppNodes only(NodePlan... nodes) {
    return new AppNodes(List.of(nodes), true);
  }

  /** There as long as they have room, else anywhere. */
  public static AppNodes preferably(NodePlan... nodes) {
    return new AppNodes(List.of(nodes), false);
  }

  void check(Optional<Cluster> cluster) {
    var there =
        cluster.map(Cluster::plan).map(plan -> names(plan.nodes())).orElseGet(() -> names(nodes));
    for (var name : names(nodes)) {
      if (!there.contains(name)) {
        throw new InvalidPropsException(
            "it shall run on %s, which is no machine of its cluster (it has %s): take one of them"
                .formatted(name, String.join(", ", there)));
      }
    }
  }

  Affinity model() {
    var affinity = new AffinityBuilder().withNewNodeAffinity();
    return required
        ? affinity
            .withNewRequiredDuringSchedulingIgnoredDuringExecution()
            .withNodeSelectorTerms(term())
            .endRequiredDuringSchedulingIgnoredDuringExecution()
            .endNodeAffinity()
            .build()
        : affinity
            .addNewPreferredDuringSchedulingIgnoredDuringExecution()
            .withWeight(MOST)
            .withPreference(term())
            .endPreferredDuringSchedulingIgnoredDuringExecution()
            .endNodeAffinity()
            .build();
  }

  private NodeSelectorTerm term() {
    return new NodeSelectorTermBuilder()
        .addNewMatchExpression()
        .withKey("kubernetes.io/hostname")
        .withOperator("In")
        .withValues(names(nodes))
        .endMatchExpression()
        .build();
  }

  private static List<String> names(List<NodePlan> nodes) {
    return nodes.stream().map(NodePlan::name).toList();
  }
}

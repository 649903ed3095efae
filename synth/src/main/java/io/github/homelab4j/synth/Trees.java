package io.github.homelab4j.synth;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.render.FluxTree;
import io.github.homelab4j.render.Jobs;
import io.github.homelab4j.render.SopsFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What Flux reads of each cluster, rendered when it is first asked for. */
final class Trees {
  private final HomelabPlan plan;
  private final Map<String, List<SopsFile>> encrypted;
  private final Jobs jobs;
  private final Map<String, SortedMap<String, String>> trees = new HashMap<>();

  Trees(HomelabPlan plan, Map<String, List<SopsFile>> encrypted, Jobs jobs) {
    this.plan = plan;
    this.encrypted = encrypted;
    this.jobs = jobs;
  }

  SortedMap<String, String> of(ClusterModel cluster) {
    return trees.computeIfAbsent(
        cluster.id(), id -> FluxTree.of(plan, cluster, encrypted.get(id), jobs));
  }
}

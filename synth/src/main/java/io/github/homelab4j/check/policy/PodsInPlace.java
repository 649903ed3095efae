package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.CustomPods;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.graph.Namespaces;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.ImageRule;
import io.github.homelab4j.rule.NetworkRule;
import io.github.homelab4j.rule.ReliabilityRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of pods that ask who they are for: their Services, their homelab, their component. */
public final class PodsInPlace implements Check {
  private static final Set<Domain> PLATFORM = Set.of(Domain.NETWORKING, Domain.DNS, Domain.STORAGE);

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        ImageRule.IMG_003, ReliabilityRule.REL_005, ReliabilityRule.REL_016, NetworkRule.NET_001);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var trusted = Judge.ofContainers(ImageTests.isFrom(homelab.plan().domain().toString()));
    for (var cluster : homelab.clusters()) {
      var policies = PolicySelector.of(cluster);
      var selectors = selectors(cluster);
      for (var workload : cluster.workloads()) {
        var pod = Pod.of(workload, 0);
        Judgement.judge(ImageRule.IMG_003, trusted, pod, report);
        if (isServed(workload, selectors)) {
          Judgement.judge(
              ReliabilityRule.REL_005, Judge.ofRunning(PodsInPlace::readiness), pod, report);
        }
        if (isPlatform(workload) && !pod.ends()) {
          Judgement.judge(
              ReliabilityRule.REL_016, Judge.ofPods(PodsInPlace::priority), pod, report);
        }
        Judgement.judge(NetworkRule.NET_001, workload, isolated(pod, policies), report);
      }
    }
  }

  // What the Services of each namespace select.
  private static Map<String, List<JsonNode>> selectors(ClusterView cluster) {
    var selectors = new HashMap<String, List<JsonNode>>();
    for (var service : cluster.objects("Service")) {
      var selector = service.emitted().at("/spec/selector");
      if (!selector.isEmpty()) {
        selectors
            .computeIfAbsent(service.emitted().namespace(), key -> new ArrayList<>())
            .add(selector);
      }
    }
    return selectors;
  }

  private static boolean isServed(Workload workload, Map<String, List<JsonNode>> selectors) {
    return selectors.getOrDefault(workload.namespace(), List.of()).stream()
        .anyMatch(workload::isSelectedBy);
  }

  // A sidecar that listens on nothing has nothing to be ready for.
  private static Outcome readiness(Container container) {
    return container.at("/ports").isSet()
        ? container.at("/readinessProbe").when(Value::isSet, "has no readiness probe")
        : Outcome.UNKNOWN;
  }

  private static boolean isPlatform(Workload workload) {
    return workload
        .subject()
        .unit()
        .flatMap(Unit::component)
        .map(Component::info)
        .filter(info -> PLATFORM.contains(info.domain()))
        .isPresent();
  }

  private static Outcome priority(Pod pod) {
    return pod.at("/priorityClassName").when(Value::isSet, "has no priority class");
  }

  // Policies of namespaces do not hold for what uses the network of its machine; namespaces that
  // are
  // not ours have what everything needs, as cluster DNS.
  private static Outcome isolated(Pod pod, List<PolicySelector> policies) {
    var workload = pod.workload();
    if (pod.at("/hostNetwork").isTrue()
        || workload.labels().isEmpty()
        || Namespaces.EXTERNAL.contains(workload.namespace())) {
      return Outcome.UNKNOWN;
    }
    return Outcome.of(
        CustomPods.isIsolated(workload.subject().emitted())
            || policies.stream().anyMatch(policy -> policy.selects(workload)),
        "may be reached by every pod");
  }
}

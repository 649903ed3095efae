package io.github.homelab4j.check.policy;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.TreeSet;

/**
 * Namespaces enforce a level, and no pod in them breaks it: exemptions are ours, and the API server
 * does not know them.
 */
public final class NamespaceLevels implements Check {
  private static final String LABEL = "pod-security.kubernetes.io/enforce";

  @Override
  public List<? extends Rule> rules() {
    return List.of(PodRule.SEC_024);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      namespaces(cluster, report);
      var minor = PodRules.minor(cluster);
      for (var workload : cluster.workloads()) {
        var level = cluster.model().namespaces().get(workload.namespace());
        if (level != null) {
          judge(Pod.of(workload, minor), level, report);
        }
      }
    }
  }

  // Those that the engine declares carry the label; others are a chart's of the user's own.
  private static void namespaces(ClusterView cluster, Report report) {
    for (var namespace : cluster.objects("Namespace")) {
      var labels = namespace.emitted().at("/metadata/labels");
      report.judge(
          PodRule.SEC_024,
          namespace,
          labels.has(LABEL),
          () ->
              "Namespace %s has no label %s: leave it to the cluster, which declares the namespaces of its components"
                  .formatted(namespace.emitted().name(), LABEL));
    }
  }

  private static void judge(Pod pod, PodSecurity level, Report report) {
    var broken = new TreeSet<String>();
    // What is not exempted is reported by its own rule.
    var exempted = pod.exemptedFrom();
    PodStandard.ALL.stream()
        .filter(standard -> standard.isOf(level) && exempted.contains(standard.rule()))
        .forEach(
            standard ->
                standard
                    .test()
                    .judge(
                        pod,
                        (who, outcome) -> {
                          if (!outcome.holds()) {
                            broken.add(standard.name());
                          }
                        }));
    var workload = pod.workload();
    report.judge(
        PodRule.SEC_024,
        workload.subject(),
        broken.isEmpty(),
        () ->
            "%s breaks %s, which the level %s of namespace %s asks for: %s"
                .formatted(
                    workload.describe(),
                    String.join(", ", broken),
                    level.label(),
                    workload.namespace(),
                    PodRule.SEC_024.about().fix()));
  }
}

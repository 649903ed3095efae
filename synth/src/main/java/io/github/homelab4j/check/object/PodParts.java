package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Variables, containers, volumes, ports and mount paths of a pod are there once. */
final class PodParts implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.ENV_TWICE, ObjectRule.PART_TWICE);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.workloads().forEach(workload -> check(workload, report));
    }
  }

  private static void check(Workload workload, Report report) {
    var containers = Pods.containers(workload);
    for (var container : containers) {
      var where = Pods.describe(container, workload);
      var variables = Pods.twice(Pods.texts(container.path("env"), "name"));
      report.judge(
          ObjectRule.ENV_TWICE,
          workload.subject(),
          variables.isEmpty(),
          () ->
              "%s sets %s twice: remove one of the two"
                  .formatted(where, String.join(", ", variables)));
      once(
          workload,
          where,
          "mount path",
          Pods.texts(container.path("volumeMounts"), "mountPath"),
          report);
      once(workload, where, "port", Pods.texts(container.path("ports"), "name"), report);
    }
    var where = workload.describe();
    once(workload, where, "container", containers.stream().map(Pods::name).toList(), report);
    once(workload, where, "volume", Pods.texts(workload.pod().path("volumes"), "name"), report);
  }

  private static void once(
      Workload workload, String where, String what, List<String> names, Report report) {
    var twice = Pods.twice(names);
    report.judge(
        ObjectRule.PART_TWICE,
        workload.subject(),
        twice.isEmpty(),
        () ->
            "%s has %s %s twice: rename or remove one of the two"
                .formatted(where, what, String.join(", ", twice)));
  }
}

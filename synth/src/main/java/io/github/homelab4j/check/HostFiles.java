package io.github.homelab4j.check;

import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Workstation;
import io.github.homelab4j.rule.HostRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of machines have one maker each, and are for machines that the plan knows. */
final class HostFiles implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(HostRule.HOST_FILE_TWICE, HostRule.HOST_UNKNOWN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var machines = machines(homelab.plan());
    for (var cluster : homelab.clusters()) {
      var makers = new HashMap<String, Subject>();
      for (var unit : cluster.model().hosts()) {
        var subject = Subject.of(cluster.model(), unit);
        for (var file : ((HostComponent) unit.component().orElseThrow()).files()) {
          once(file, subject, makers, report);
          report.judge(
              HostRule.HOST_UNKNOWN,
              subject,
              file.machine().name(),
              file.machine() == Workstation.OWNERS || machines.contains(file.machine().name()),
              () ->
                  "%s is for machine %s, which the plan does not have: return it from hosts() of the plan, or from nodes() of its cluster"
                      .formatted(file.output(), file.machine().name()));
        }
      }
    }
  }

  private static void once(
      HostFile file, Subject subject, Map<String, Subject> makers, Report report) {
    var other = makers.putIfAbsent(file.output(), subject);
    report.judge(
        HostRule.HOST_FILE_TWICE,
        subject,
        file.output(),
        other == null,
        () ->
            "%s is written by %s too: merge the two, or give one another path"
                .formatted(file.output(), other.path()));
  }

  private static Set<String> machines(HomelabPlan plan) {
    return Stream.concat(
            plan.hosts().stream().map(host -> host.name()),
            plan.clusters().stream()
                .flatMap(cluster -> cluster.nodes().stream())
                .map(node -> node.name()))
        .collect(Collectors.toSet());
  }
}

package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;

/** Numbers of copies, also those that charts are told, are whole and not negative. */
final class Copies implements Check {
  private static final Set<String> KEYS =
      Set.of("replicas", "replicaCount", "instances", "minReplicas", "maxReplicas");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.REPLICAS_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.scalars((in, key) -> KEYS.contains(key), scalar -> count(scalar, report));
      ranges(cluster, report);
    }
  }

  private static void count(Scalar scalar, Report report) {
    if (scalar.value().isNumber()) {
      report.judge(
          ObjectRule.REPLICAS_INVALID,
          scalar.subject(),
          scalar.value().isIntegralNumber() && scalar.value().asInt() >= 0,
          () ->
              "%s is %s: write a whole number from 0".formatted(scalar.describe(), scalar.value()));
    }
  }

  private static void ranges(ClusterView cluster, Report report) {
    for (var subject : cluster.objects("HorizontalPodAutoscaler")) {
      var least = subject.emitted().at("/spec/minReplicas").asInt(1);
      var most = subject.emitted().at("/spec/maxReplicas").asInt(0);
      report.judge(
          ObjectRule.REPLICAS_INVALID,
          subject,
          1 <= least && least <= most,
          () ->
              "%s goes from %s to %s replicas: begin with 1 at least and end with as many at least"
                  .formatted(subject.emitted().describe(), least, most));
    }
  }
}

package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a container mounts is a volume of its pod, or a claim that its StatefulSet makes. */
final class PodMounts implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.VOLUME_UNKNOWN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.workloads().stream()
          // A chart or an operator adds volumes of its own.
          .filter(workload -> workload.source() == Workload.Source.EMITTED)
          .forEach(workload -> check(workload, report));
    }
  }

  private static void check(Workload workload, Report report) {
    var volumes = new TreeSet<>(Pods.texts(workload.pod().path("volumes"), "name"));
    workload
        .subject()
        .emitted()
        .at("/spec/volumeClaimTemplates")
        .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
    for (var container : Pods.containers(workload)) {
      container
          .path("volumeMounts")
          .forEach(each -> check(workload, container, each, volumes, report));
      container
          .path("volumeDevices")
          .forEach(each -> check(workload, container, each, volumes, report));
    }
  }

  private static void check(
      Workload workload, JsonNode container, JsonNode mount, Set<String> volumes, Report report) {
    report.judge(
        ObjectRule.VOLUME_UNKNOWN,
        workload.subject(),
        volumes.contains(Pods.name(mount)),
        () ->
            "%s mounts volume %s, which its pod does not have (it has %s): add it, or name one that is there"
                .formatted(
                    Pods.describe(container, workload),
                    Pods.name(mount),
                    volumes.isEmpty() ? "none" : String.join(", ", volumes)));
  }
}

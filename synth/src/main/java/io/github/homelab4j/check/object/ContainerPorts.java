package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Ports of containers, and those that their probes ask. */
final class ContainerPorts implements Check {
  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");
  private static final List<String> ASKING = List.of("httpGet", "tcpSocket", "grpc");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.PORT_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var workload : cluster.workloads()) {
        Pods.containers(workload).forEach(each -> check(workload, each, report));
      }
    }
  }

  private static void check(Workload workload, JsonNode container, Report report) {
    var subject = workload.subject();
    var where = " of " + Pods.describe(container, workload);
    for (var port : container.path("ports")) {
      var name = Pods.name(port);
      Ports.number(subject, port.path("containerPort"), "port " + name + where, report);
      Ports.number(subject, port.path("hostPort"), "host port " + name + where, report);
      if (!name.isEmpty()) {
        Ports.name(subject, name, "the name of port " + port.path("containerPort") + where, report);
      }
    }
    for (var probe : PROBES) {
      for (var asking : ASKING) {
        asked(workload, container, container.path(probe).path(asking).path("port"), probe, report);
      }
    }
  }

  private static void asked(
      Workload workload, JsonNode container, JsonNode port, String probe, Report report) {
    if (port.isMissingNode()) {
      return;
    }
    var where = "the port of the " + probe + " of " + Pods.describe(container, workload);
    if (port.isNumber()) {
      Ports.number(workload.subject(), port, where, report);
    } else if (port.isTextual() && workload.source() == Workload.Source.EMITTED) {
      var names = container.path("ports").findValuesAsText("name");
      report.judge(
          ObjectRule.PORT_INVALID,
          workload.subject(),
          names.contains(port.asText()),
          () ->
              "%s is '%s', which the container does not have (it has %s): name one that it has"
                  .formatted(
                      where, port.asText(), names.isEmpty() ? "none" : String.join(", ", names)));
    }
  }
}

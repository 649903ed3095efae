package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Ports of Services, Gateways, routes and network policies. */
final class ServicePorts implements Check {
  private static final Fields NUMBERS =
      Fields.of(
          Map.of(
              "Gateway", List.of("/spec/listeners/*/port"),
              "HTTPRoute", List.of("/spec/rules/*/backendRefs/*/port"),
              "GRPCRoute", List.of("/spec/rules/*/backendRefs/*/port"),
              "TLSRoute", List.of("/spec/rules/*/backendRefs/*/port"),
              "TCPRoute", List.of("/spec/rules/*/backendRefs/*/port"),
              "UDPRoute", List.of("/spec/rules/*/backendRefs/*/port"),
              "Ingress", List.of("/spec/rules/*/http/paths/*/backend/service/port/number")));
  private static final Fields EITHER =
      Fields.of(
          Map.of(
              "NetworkPolicy",
              List.of("/spec/ingress/*/ports/*/port", "/spec/egress/*/ports/*/port")));

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.PORT_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      services(cluster, report);
      NUMBERS.each(
          cluster,
          (subject, pointer, port) ->
              Ports.number(subject, port, Fields.describe(subject, pointer), report));
      EITHER.each(
          cluster,
          (subject, pointer, port) ->
              Ports.either(subject, port, Fields.describe(subject, pointer), report));
    }
  }

  private static void services(ClusterView cluster, Report report) {
    var nodePorts = new HashMap<String, String>();
    for (var subject : cluster.objects("Service")) {
      if (!subject.emitted().apiVersion().equals("v1")) {
        continue;
      }
      var name = subject.emitted().describe();
      for (var port : subject.emitted().at("/spec/ports")) {
        Ports.number(subject, port.path("port"), "a port of " + name, report);
        Ports.either(subject, port.path("targetPort"), "a target port of " + name, report);
        var nodePort = port.path("nodePort");
        Ports.range(subject, nodePort, 30_000, 32_767, "a node port of " + name, report);
        if (!nodePort.isMissingNode()) {
          var key = nodePort.asText() + "/" + port.path("protocol").asText("TCP");
          var owner = nodePorts.putIfAbsent(key, name);
          report.judge(
              ObjectRule.PORT_INVALID,
              subject,
              owner == null,
              () ->
                  "%s takes node port %s, which %s has: take another one"
                      .formatted(name, nodePort, owner));
        }
      }
      together(subject, report);
    }
  }

  private static void together(Subject subject, Report report) {
    var service = subject.emitted();
    var ports = service.at("/spec/ports");
    var numbers =
        Pods.twice(
            StreamSupport.stream(ports.spliterator(), false)
                .map(each -> each.path("port") + "/" + each.path("protocol").asText("TCP"))
                .toList());
    report.judge(
        ObjectRule.PORT_INVALID,
        subject,
        numbers.isEmpty(),
        () ->
            "%s has port %s twice: remove one of the two"
                .formatted(service.describe(), String.join(", ", numbers)));
    var names = Pods.texts(ports, "name");
    report.judge(
        ObjectRule.PORT_INVALID,
        subject,
        ports.size() < 2 || (!names.contains("") && Pods.twice(names).isEmpty()),
        () ->
            "%s has %s ports named '%s': give each a name of its own"
                .formatted(service.describe(), ports.size(), String.join("', '", names)));
  }
}

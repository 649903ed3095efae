package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Workload;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the kubelet asks containers. */
final class ProbeTests {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> PORTS =
      List.of("/httpGet/port", "/tcpSocket/port", "/grpc/port");

  private ProbeTests() {}

  static Outcome liveness(Container container) {
    return container.pod().ends()
        ? Outcome.UNKNOWN
        : container.at("/livenessProbe").when(Value::isSet, "has no liveness probe");
  }

  static Outcome differ(Container container) {
    var liveness = container.at("/livenessProbe");
    return liveness.isSet() && !liveness.node().isEmpty()
        ? container
            .at("/readinessProbe")
            .unless(
                readiness -> readiness.node().equals(liveness.node()),
                "is asked the same for liveness and readiness")
        : Outcome.UNKNOWN;
  }

  static Outcome ports(Container container) {
    var judged = false;
    for (var probe : PROBES) {
      for (var field : PORTS) {
        var port = container.node().path(probe).at(field);
        if (!port.isMissingNode() && isOurs(container, port)) {
          judged = true;
          if (!isDeclared(container, port)) {
            return Outcome.of(
                !container.at("/ports").known(),
                "has a %s of port %s, which it does not declare (it declares %s)"
                    .formatted(probe, port.asText(), declared(container)));
          }
        }
      }
    }
    return judged ? Outcome.HOLDS : Outcome.UNKNOWN;
  }

  // Names are the business of PORT_INVALID. A number works undeclared: a chart's own is left to it,
  // one of ours may be a slip of the pen.
  private static boolean isOurs(Container container, JsonNode port) {
    return port.isNumber() && container.pod().workload().source() == Workload.Source.EMITTED;
  }

  private static boolean isDeclared(Container container, JsonNode port) {
    return StreamSupport.stream(container.at("/ports").node().spliterator(), false)
        .anyMatch(each -> each.path("containerPort").asInt() == port.asInt());
  }

  private static String declared(Container container) {
    var ports =
        StreamSupport.stream(container.at("/ports").node().spliterator(), false)
            .map(port -> port.path("containerPort").asText())
            .toList();
    return ports.isEmpty() ? "none" : String.join(", ", ports);
  }
}

package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Compares what is known of pods that a chart runs with what it renders. */
final class PodComparison {
  private static final List<String> POD =
      List.of(
          "/hostNetwork",
          "/hostPID",
          "/hostIPC",
          "/securityContext",
          "/topologySpreadConstraints",
          "/affinity",
          "/priorityClassName",
          "/automountServiceAccountToken");
  private static final List<String> CONTAINER =
      List.of("/resources", "/securityContext", "/readinessProbe", "/livenessProbe", "/image");

  private final Workload workload;
  private final JsonNode template;
  private final List<String> findings = new ArrayList<>();

  private PodComparison(Workload workload, JsonNode object) {
    this.workload = workload;
    this.template = object.at("/spec/template");
  }

  static List<String> of(Workload workload, JsonNode object) {
    var comparison = new PodComparison(workload, object);
    comparison.compare(object.at("/spec/replicas"));
    return comparison.findings;
  }

  static Map<String, String> labels(JsonNode node) {
    var labels = new TreeMap<String, String>();
    node.fields().forEachRemaining(field -> labels.put(field.getKey(), field.getValue().asText()));
    return labels;
  }

  private void compare(JsonNode replicas) {
    var pod = template.path("spec");
    var labels = labels(template.at("/metadata/labels"));
    if (!labels.entrySet().containsAll(workload.labels().entrySet())) {
      differs("labels", workload.labels(), labels);
    }
    // Without a number, an autoscaler decides between two that are the same here.
    if (replicas.isInt()
        && (workload.replicas().isEmpty()
            || workload.replicas().getAsInt() != replicas.intValue())) {
      differs("replicas", workload.replicas(), replicas);
    }
    POD.forEach(field -> field(field, pod));
    if (!hostPaths(workload.pod()).equals(hostPaths(pod))) {
      differs("hostPaths", hostPaths(workload.pod()), hostPaths(pod));
    }
    for (var list : List.of("initContainers", "containers")) {
      if (!names(workload.pod().path(list)).equals(names(pod.path(list)))) {
        differs(list, names(workload.pod().path(list)), names(pod.path(list)));
        continue;
      }
      for (int i = 0; i < pod.path(list).size(); i++) {
        var at = "/%s/%s".formatted(list, i);
        CONTAINER.forEach(field -> field(at + field, pod));
        if (!hostPorts(workload.pod().at(at)).equals(hostPorts(pod.at(at)))
            && !pod.path("hostNetwork").asBoolean()) {
          differs(at + " hostPorts", hostPorts(workload.pod().at(at)), hostPorts(pod.at(at)));
        }
      }
    }
  }

  private void field(String field, JsonNode pod) {
    var ours = workload.pod().at(field);
    if (field.endsWith("Probe")) {
      // What it asks is the chart's business.
      if (!ours.isMissingNode() && pod.at(field).isMissingNode()) {
        differs(field, "there", "absent");
      }
    } else if (workload.known().test(field) && !isSame(ours, pod.at(field))) {
      differs(field, ours, pod.at(field));
    }
  }

  // What a template adds to a list or to an affinity does not matter here.
  private static boolean isSame(JsonNode ours, JsonNode rendered) {
    if (isNothing(ours) || isNothing(rendered)) {
      return isNothing(ours) && isNothing(rendered);
    }
    if (ours.isArray()) {
      return ours.size() == rendered.size()
          && IntStream.range(0, ours.size()).allMatch(i -> isPart(ours.get(i), rendered.get(i)));
    }
    return isEqual(ours, rendered);
  }

  // Whether a number is written as an int or as a long says nothing.
  private static boolean isEqual(JsonNode ours, JsonNode rendered) {
    return rendered != null
        && ours.equals(
            (one, other) ->
                one.isNumber() && other.isNumber() && one.asText().equals(other.asText())
                    ? 0
                    : one.equals(other) ? 0 : 1,
            rendered);
  }

  private static boolean isPart(JsonNode ours, JsonNode rendered) {
    var same = new ArrayList<Boolean>();
    ours.fields()
        .forEachRemaining(
            field -> same.add(isEqual(field.getValue(), rendered.get(field.getKey()))));
    return !same.contains(false);
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || node.isContainerNode() && node.isEmpty()
        || node.isBoolean() && !node.booleanValue()
        || node.isTextual() && node.textValue().isEmpty();
  }

  private void differs(String what, Object ours, Object rendered) {
    findings.add("%s: %s is %s, not %s".formatted(workload.describe(), what, rendered, ours));
  }

  private static List<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path("name").asText())
        .toList();
  }

  private static List<String> hostPaths(JsonNode pod) {
    return StreamSupport.stream(pod.path("volumes").spliterator(), false)
        .filter(volume -> volume.has("hostPath"))
        .map(volume -> volume.path("name").asText() + " " + volume.at("/hostPath/path").asText())
        .sorted()
        .toList();
  }

  private static List<Integer> hostPorts(JsonNode container) {
    return StreamSupport.stream(container.path("ports").spliterator(), false)
        .filter(port -> port.has("hostPort"))
        .map(port -> port.path("hostPort").asInt())
        .sorted()
        .toList();
  }
}

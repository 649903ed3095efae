package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Finds the templates of pods in objects: Kubernetes' own kinds, and those of operators. */
final class Workloads {
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "Deployment", "/spec/template",
          "StatefulSet", "/spec/template",
          "DaemonSet", "/spec/template",
          "ReplicaSet", "/spec/template",
          "Job", "/spec/template",
          "CronJob", "/spec/jobTemplate/spec/template",
          "Pod", "");

  private Workloads() {}

  static List<Workload> of(ClusterView cluster) {
    var workloads = new ArrayList<Workload>();
    for (var subject : cluster.objects()) {
      var object = subject.emitted();
      var pointer = TEMPLATES.get(object.kind());
      if (pointer != null) {
        var template = object.at(pointer);
        workloads.add(
            new Workload(
                subject,
                Workload.Source.EMITTED,
                object.kind(),
                object.name(),
                object.namespace(),
                replicas(object.kind(), object.at("/spec/replicas")),
                labels(template.at("/metadata/labels")),
                template.path("spec"),
                field -> true));
      } else {
        workloads.addAll(CustomPods.of(subject));
      }
    }
    workloads.addAll(ChartPods.of(cluster));
    return workloads;
  }

  private static OptionalInt replicas(String kind, JsonNode replicas) {
    return switch (kind) {
      case "Deployment", "StatefulSet", "ReplicaSet" -> OptionalInt.of(replicas.asInt(1));
      default -> OptionalInt.empty();
    };
  }

  private static Map<String, String> labels(JsonNode node) {
    var labels = new TreeMap<String, String>();
    node.fields().forEachRemaining(field -> labels.put(field.getKey(), field.getValue().asText()));
    return labels;
  }
}

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
    /*HACK*/ if (System.getenv("RENDERED") != null) hack(cluster, workloads);
    return workloads;
  }

  /*HACK*/ private static void hack(ClusterView cluster, List<Workload> workloads) {
    for (var subject : cluster.objects("HelmRelease")) {
      var f =
          new java.io.File(
              System.getenv("RENDERED"), cluster.id() + "-" + subject.emitted().name() + ".yaml");
      if (!f.exists()) continue;
      try (var docs =
          new com.fasterxml.jackson.dataformat.yaml.YAMLMapper()
              .readerFor(JsonNode.class)
              .<JsonNode>readValues(f)) {
        while (docs.hasNext()) {
          var d = docs.next();
          var pointer = TEMPLATES.get(d.path("kind").asText());
          if (pointer == null || d.at("/metadata/annotations").has("helm.sh/hook")) continue;
          var t = d.at(pointer);
          workloads.add(
              new Workload(
                  subject,
                  Workload.Source.CHART,
                  d.path("kind").asText(),
                  d.at("/metadata/name").asText(),
                  d.at("/metadata/namespace").asText(subject.emitted().namespace()),
                  replicas(d.path("kind").asText(), d.at("/spec/replicas")),
                  labels(t.at("/metadata/labels")),
                  t.path("spec"),
                  x -> true));
        }
      } catch (java.io.IOException e) {
        throw new RuntimeException(e);
      }
    }
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

package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Proof;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What labels can select in a cluster. */
final class Targets {
  private static final String SERVICE = "Service";

  private final List<Target> pods = new ArrayList<>();
  private final List<Target> services = new ArrayList<>();
  private final ClusterView cluster;

  private Targets(ClusterView cluster) {
    this.cluster = cluster;
  }

  /** Those of a cluster: its objects, and what is known of charts and operators. */
  static Targets of(ClusterView cluster) {
    var targets = new Targets(cluster);
    cluster.workloads().forEach(workload -> targets.pods.add(pods(workload)));
    cluster
        .objects(SERVICE)
        .forEach(subject -> targets.services.add(object(subject, "/spec/ports", "port")));
    for (var component : cluster.model().components()) {
      component.facts().forEach(targets::add);
    }
    targets.forgetWhatIsKnownBetter();
    return targets;
  }

  // Of the same pods, one says more than the other: which ports there are.
  private void forgetWhatIsKnownBetter() {
    var better = new HashMap<String, List<Target>>();
    for (var pod : pods) {
      if (!pod.ports().isEmpty()) {
        better.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(pod);
      }
    }
    pods.removeIf(
        pod ->
            pod.ports().isEmpty()
                && better.getOrDefault(pod.namespace(), List.of()).stream()
                    .anyMatch(
                        other -> other.labels().entrySet().containsAll(pod.labels().entrySet())));
  }

  /** Pods. */
  List<Target> pods() {
    return pods;
  }

  /** Services. */
  List<Target> services() {
    return services;
  }

  /** Objects of a kind. */
  List<Target> objects(String kind) {
    return cluster.objects(kind).stream().map(each -> object(each, "/none", "")).toList();
  }

  // What selects pods says which there are; a Service's ports lead to theirs.
  private void add(ChartFact fact) {
    var isService = fact.kind().equals(SERVICE);
    if (isService) {
      services.add(new Target(fact.namespace(), fact.labels(), ports(fact, true), Proof.CHART));
    }
    if (!fact.selector().isEmpty()) {
      var ports = isService ? Set.<String>of() : ports(fact, false);
      pods.add(new Target(fact.namespace(), fact.selector(), ports, Proof.CHART));
    }
  }

  private static Set<String> ports(ChartFact fact, boolean isService) {
    var ports = new HashSet<String>();
    for (var port : fact.ports()) {
      ports.add(port.name());
      ports.add((isService ? port.number() : port.target()).toString());
    }
    return ports;
  }

  private static Target pods(Workload workload) {
    var ports = new HashSet<String>();
    for (var containers : List.of("containers", "initContainers")) {
      for (var container : workload.pod().path(containers)) {
        ports(container.path("ports"), "containerPort", ports);
      }
    }
    var isEmitted = workload.source() == Workload.Source.EMITTED;
    return new Target(
        workload.namespace(),
        workload.labels(),
        isEmitted ? ports : Set.of(),
        isEmitted ? Proof.EMITTED : Proof.CHART);
  }

  private static Target object(Subject subject, String pointer, String number) {
    Emitted object = subject.emitted();
    var ports = new HashSet<String>();
    ports(object.at(pointer), number, ports);
    Map<String, String> labels = new TreeMap<>(Selector.labels(object.at("/metadata/labels")));
    return new Target(object.namespace(), labels, ports, Proof.EMITTED);
  }

  private static void ports(JsonNode ports, String number, Set<String> out) {
    for (var port : ports) {
      out.add(port.path("name").asText());
      out.add(port.path(number).asText());
    }
  }
}

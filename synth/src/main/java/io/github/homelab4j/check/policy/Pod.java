package io.github.homelab4j.check.policy;

import io.github.homelab4j.check.Workload;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pod as rules look at it. */
final class Pod {
  private final Workload workload;
  private final int minor;
  private final List<Container> containers = new ArrayList<>();

  private Pod(Workload workload, int minor) {
    this.workload = workload;
    this.minor = minor;
    add("initContainers");
    add("containers");
  }

  /** The pod of a workload in a cluster of Kubernetes 1.{@code minor}. */
  static Pod of(Workload workload, int minor) {
    return new Pod(workload, minor);
  }

  private void add(String list) {
    var index = 0;
    for (var node : workload.pod().path(list)) {
      var runsOn =
          list.equals("containers") || node.path("restartPolicy").asText().equals("Always");
      containers.add(new Container(this, "/" + list + "/" + index++, node, runsOn));
    }
  }

  Workload workload() {
    return workload;
  }

  /** All containers, those that prepare first. */
  List<Container> containers() {
    return containers;
  }

  /** Containers that run as long as the pod. */
  Stream<Container> running() {
    return containers.stream().filter(Container::runsOn);
  }

  boolean isSince(int version) {
    return minor >= version;
  }

  /** Whether it does its work and ends. */
  boolean ends() {
    return workload.kind().equals("Job") || workload.kind().equals("CronJob");
  }

  /** Whether its users are not those of the machine. */
  boolean hasUsersOfItsOwn() {
    return at("/hostUsers").isFalse();
  }

  boolean isWindows() {
    return at("/os/name").text().equals("windows");
  }

  /** The rules that it may break. */
  Set<Rule> exemptedFrom() {
    return workload.subject().unit().flatMap(Unit::component).stream()
        .flatMap(component -> component.exemptions().stream())
        .map(Exemption::rule)
        .collect(Collectors.toSet());
  }

  /** A field of its security context. */
  Value security(String field) {
    return new Value(
        workload.pod().at(Pointers.ofSecurity(field)),
        () -> workload.known().test("/securityContext" + field));
  }

  /** A field by JSON pointer. */
  Value at(String field) {
    return new Value(workload.pod().at(Pointers.of(field)), () -> workload.known().test(field));
  }
}

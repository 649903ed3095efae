package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The pods that charts run, made of what is known of the chart and of the values it is told. */
final class ChartPods {
  private ChartPods() {}

  static List<Workload> of(ClusterView cluster) {
    var model = cluster.model();
    return model.units().stream()
        .flatMap(unit -> unit.component().stream().flatMap(each -> of(model, unit, each)))
        .toList();
  }

  private static Stream<Workload> of(ClusterModel model, Unit unit, Component component) {
    var workloads = component.workloads();
    if (workloads.isEmpty()) {
      return Stream.of();
    }
    var release = release(unit, component);
    var subject = Subject.of(model, unit, release);
    return workloads.stream()
        .map(workload -> workload(subject, workload, release.at("/spec/values")));
  }

  // What comes without a release has no values: all that is known of it is fixed.
  private static Emitted release(Unit unit, Component component) {
    return unit.objects()
        .filter(object -> object.kind().equals("HelmRelease"))
        .filter(object -> object.name().equals(component.id()))
        .findFirst()
        .or(() -> unit.objects().findFirst())
        .orElseThrow();
  }

  private static Workload workload(Subject subject, ChartWorkload workload, JsonNode values) {
    var pod = new PodOfChart(workload, values);
    var replicas =
        workload.replicas().map(setting -> setting.in(values)).orElse(MissingNode.getInstance());
    return new Workload(
        subject,
        Workload.Source.CHART,
        workload.kind(),
        workload.name(),
        workload.namespace(),
        replicas.isInt() ? OptionalInt.of(replicas.intValue()) : OptionalInt.empty(),
        workload.labels(),
        pod.spec(),
        pod::knows);
  }
}

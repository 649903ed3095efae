package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.check.start.Bootstrap;
import io.github.homelab4j.check.start.StartEdge;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Part;
import io.github.homelab4j.graph.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Phase 2: what Flux needs to run, what the stack adds to it, and Flux. */
final class Core {
  // Those that kubectl can follow until all of their pods are there.
  private static final Set<String> FOLLOWED = Set.of("Deployment", "DaemonSet", "StatefulSet");

  private final ClusterModel cluster;
  private final StartGraph graph;
  private final Set<String> onMachines;

  private Core(ClusterModel cluster, StartGraph graph) {
    this.cluster = cluster;
    this.graph = graph;
    this.onMachines =
        ClusterView.of(cluster).workloads().stream()
            .filter(workload -> workload.pod().path("hostNetwork").asBoolean())
            .map(Workload::describe)
            .collect(Collectors.toSet());
  }

  static Phase phase(ClusterModel cluster, StartGraph graph, Bootstrap bootstrap) {
    return new Core(cluster, graph).phase(bootstrap);
  }

  private Phase phase(Bootstrap bootstrap) {
    var scripts = new ArrayList<Script>();
    var steps = new ArrayList<String>();
    for (var unit : bootstrap.members()) {
      var script = script(unit);
      scripts.add(script);
      steps.add("%s, `just %s`%s.".formatted(unit.name(), script.name(), why(unit)));
    }
    var names = scripts.stream().map(Script::name).toList();
    scripts.add(
        new Script("core", "Phase 2: the network, DNS and what else Flux needs, then Flux.")
            .after(names));
    return new Phase(
        "2",
        "core",
        "Core",
        "What Flux needs to run, in the order in which one needs the other, and Flux last. Releases have the names, namespaces, versions and values that Flux will give them (`values/` is what stands in `spec.values`), so that it takes them over without a change. Each is waited for by its pods, the network only by those on the machines' own: its others may ask for names, which come after it. Addresses of load balancers come later, with the pools that Flux applies.",
        steps,
        List.of("helm list --all-namespaces", "kubectl get pods --all-namespaces"),
        scripts);
  }

  private String why(Unit unit) {
    var needs =
        graph.needsOf(cluster.id() + "/" + unit.name()).stream()
            .filter(edge -> edge.to().startsWith(cluster.id() + "/"))
            .map(this::need)
            .collect(Collectors.joining(", "));
    return needs.isEmpty() ? "" : ", after " + needs;
  }

  private String need(StartEdge edge) {
    return "%s (%s)".formatted(edge.to().substring(cluster.id().length() + 1), edge.why());
  }

  private Script script(Unit unit) {
    var script =
        new Script("install-" + unit.name(), "Installs %s.".formatted(unit.name()))
            .after("_cluster")
            .shell();
    var release = Release.of(unit);
    if (release.isPresent()) {
      script
          .line(Guard.of("helmrelease.helm.toolkit.fluxcd.io", unit.namespace(), unit.name()))
          .line("helm upgrade --install %s \\".formatted(release.get().arguments()))
          .line("    %s \\".formatted(release.get().options()))
          .line("    --take-ownership --timeout=%s".formatted(release.get().timeout()));
    } else {
      unit.parts().forEach(part -> applied(script, part));
    }
    var component = unit.component().orElseThrow();
    component.workloads().stream()
        .filter(workload -> FOLLOWED.contains(workload.kind()))
        .filter(workload -> runsWithoutNames(workload, component))
        .map(workload -> rollout(workload, component))
        .forEach(script::line);
    if (component.info().foundation() == Foundation.NETWORK) {
      script.line(
          "kubectl wait nodes --all --for=condition=Ready --timeout=%ss"
              .formatted(component.timeout().toSeconds()));
    }
    return script;
  }

  // Cluster DNS needs the network, so what of the network asks for names is not ready before it:
  // Hubble's relay looks for its agents by theirs, and never would be.
  private boolean runsWithoutNames(ChartWorkload workload, Component component) {
    return component.info().foundation() != Foundation.NETWORK
        || onMachines.contains(
            "%s %s/%s".formatted(workload.kind(), workload.namespace(), workload.name()));
  }

  private static void applied(Script script, Part part) {
    var unit = part.unit();
    script.line(Guard.of("kustomization.kustomize.toolkit.fluxcd.io", "flux-system", part.name()));
    script.line(
        "kubectl apply --server-side --force-conflicts --kustomize=../apps/%s/%s/%s"
            .formatted(unit.namespace(), unit.name(), part.folder()));
    part.objects().stream()
        .filter(object -> object.health().isPresent())
        .filter(object -> object.health().get().current().contains("'Ready'"))
        .map(
            object ->
                "kubectl --namespace=%s wait %s.%s/%s --for=condition=Ready --timeout=%ss"
                    .formatted(
                        object.namespace(),
                        object.kind().toLowerCase(Locale.ROOT),
                        object.group(),
                        object.name(),
                        unit.timeout().toSeconds()))
        .forEach(script::line);
  }

  private static String rollout(ChartWorkload workload, Component component) {
    return "kubectl --namespace=%s rollout status %s/%s --timeout=%ss"
        .formatted(
            workload.namespace(),
            workload.kind().toLowerCase(Locale.ROOT),
            workload.name(),
            component.timeout().toSeconds());
  }
}

package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.render.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code RECOVERY.md}: what comes back after a cluster was lost, from where, in which order. */
final class RecoveryPage {
  private final HomelabPlan plan;
  private final ClusterModel cluster;
  private final List<Component> components;
  private final Markdown page = new Markdown();

  private RecoveryPage(HomelabPlan plan, ClusterModel cluster, StartGraph graph) {
    this.plan = plan;
    this.cluster = cluster;
    this.components =
        graph.order(cluster).stream().flatMap(unit -> unit.component().stream()).toList();
  }

  static String of(HomelabPlan plan, ClusterModel cluster, StartGraph graph, List<Phase> phases) {
    var page = new RecoveryPage(plan, cluster, graph);
    page.head();
    page.restored("Before Flux takes over", Recovery.Moment.BEFORE_FLUX);
    page.phases(phases);
    page.restored("When it runs", Recovery.Moment.WHEN_IT_RUNS);
    page.lost();
    return page.page.toString();
  }

  private void head() {
    page.paragraph("# Recovery of " + cluster.id())
        .paragraph(
            "The cluster is lost. This is what comes back, from where, and in which order: all configuration from Git, data from their backups.");
    cluster
        .cluster()
        .plan()
        .recoveryTime()
        .ifPresent(time -> page.paragraph("It takes %s.".formatted(time)));
    page.list(cluster.cluster().recoveryNotes());
    var survives = new ArrayList<String>();
    survives.add(
        "The repository, branch `%s` of %s, or any clone of it."
            .formatted(plan.git().branch(), plan.git().url()));
    survives.add(
        "Your Age key. Without it the encrypted Secrets of `secrets/%s` are lost, and all in them has to be made anew."
            .formatted(cluster.id()));
    plan.outside()
        .forEach(
            service -> survives.add("%s, which %s.".formatted(service.name(), service.what())));
    page.paragraph("## What must have survived").list(survives);
  }

  private void phases(List<Phase> phases) {
    page.paragraph("## Bootstrap")
        .paragraph(
            "`just all` in this folder, as [README.md](README.md) says; then Flux applies everything from Git.")
        .list(
            phases.stream()
                .map(phase -> "%s: `just %s`".formatted(phase.heading(), phase.recipe()))
                .toList());
  }

  private void restored(String title, Recovery.Moment moment) {
    var some =
        components.stream()
            .filter(
                component ->
                    component
                        .recovery()
                        .filter(each -> !each.backup().isEmpty() && each.moment() == moment)
                        .isPresent())
            .toList();
    if (some.isEmpty()) {
      return;
    }
    page.paragraph("## " + title);
    for (var component : some) {
      var recovery = component.recovery().orElseThrow();
      page.paragraph("### " + component.id())
          .paragraph("Holds %s. From: %s.".formatted(recovery.holds(), recovery.backup()))
          .steps(recovery.steps());
    }
  }

  // What stores something and says nothing of a backup has none.
  private void lost() {
    var rows = new ArrayList<List<String>>();
    for (var component : components) {
      var recovery = component.recovery();
      if (recovery.isPresent() && recovery.get().backup().isEmpty()) {
        rows.add(
            List.of(
                component.id(),
                recovery.get().holds(),
                recovery.get().steps().stream().collect(Collectors.joining(" "))));
      } else if (recovery.isEmpty() && component.props() instanceof HasStorage stored) {
        rows.add(List.of(component.id(), "what is on " + stored.storage().describe(), ""));
      }
    }
    page.table(
        "Without a copy elsewhere: these start empty",
        List.of("component", "what is lost", "what to do"),
        rows);
  }
}

package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.check.start.StartLevels;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.render.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code README.md} of a bootstrap: what each phase does, and how to check it. */
final class BootstrapPage {
  private final HomelabPlan plan;
  private final ClusterModel cluster;
  private final StartGraph graph;
  private final Markdown page = new Markdown();

  private BootstrapPage(HomelabPlan plan, ClusterModel cluster, StartGraph graph) {
    this.plan = plan;
    this.cluster = cluster;
    this.graph = graph;
  }

  static String of(
      HomelabPlan plan,
      ClusterModel cluster,
      StartGraph graph,
      List<Tools.Tool> tools,
      List<OwnerSecret> secrets,
      List<Phase> phases) {
    var page = new BootstrapPage(plan, cluster, graph);
    page.head(phases);
    page.tools(tools);
    page.secrets(secrets);
    phases.forEach(page::phase);
    page.manual();
    page.levels();
    page.trouble();
    return page.page.toString();
  }

  private void head(List<Phase> phases) {
    page.paragraph("# Bootstrap of " + cluster.id())
        .paragraph(
            "From machines without anything to a cluster that Flux keeps. The order is computed from what needs what; change the stack, not these files.")
        .paragraph(
            "Commit and push `clusters/%s` to branch `%s` of %s first, since Flux pulls it from there. Then, in this folder:"
                .formatted(cluster.id(), plan.git().branch(), plan.git().url()))
        .paragraph("```sh\njust all\n```")
        .paragraph(
            "Each phase is a recipe of its own ([just](https://just.systems/)), and so is each step in it. They may be run again at any time: what Flux has taken over is left alone.");
    others();
    page.table(
        "Phases",
        List.of("phase", "recipe", "what"),
        phases.stream()
            .map(
                phase ->
                    List.of(phase.number(), Markdown.code("just " + phase.recipe()), phase.title()))
            .toList());
  }

  private void others() {
    var before = new TreeSet<String>();
    for (var unit : cluster.units()) {
      graph.needsOf(cluster.id() + "/" + unit.name()).stream()
          .filter(edge -> !edge.to().startsWith(cluster.id() + "/"))
          .map(edge -> edge.to().substring(0, edge.to().indexOf('/')))
          .forEach(before::add);
    }
    if (!before.isEmpty()) {
      page.paragraph(
          "Some of its components use those of cluster %s, and become ready once that runs."
              .formatted(String.join(", ", before)));
    }
  }

  private void tools(List<Tools.Tool> tools) {
    page.table(
        "Tools",
        List.of("program", "version or newer", "what for"),
        tools.stream()
            .map(tool -> List.of(Markdown.code(tool.name()), tool.oldest(), tool.what()))
            .toList());
  }

  private void secrets(List<OwnerSecret> secrets) {
    page.table(
        "Secrets that you bring",
        List.of("Secret", "keys", "for", "encrypted file"),
        secrets.stream()
            .map(
                secret ->
                    List.of(
                        secret.path(),
                        Markdown.code(secret.keys().stream()),
                        String.join(", ", secret.readers()),
                        secret
                            .file()
                            .map(file -> "[%s](../%s)".formatted(file, file))
                            .orElse("**missing**: `%s`".formatted(secret.source(cluster.id())))))
            .toList());
  }

  private void phase(Phase phase) {
    page.paragraph("## " + phase.heading())
        .paragraph(phase.what())
        .steps(phase.steps())
        .paragraph("To check: %s.".formatted(Markdown.code(phase.checks().stream())));
    if (phase.number().equals("-1")
        && Stream.concat(cluster.hosts().stream(), cluster.units().stream())
            .noneMatch(BootstrapPage::isKubernetes)) {
      page.paragraph(
          "Nothing in this stack sets up Kubernetes: do so by hand, with the addresses of the plan.");
    }
  }

  private static boolean isKubernetes(Unit unit) {
    return unit.component()
        .filter(component -> component.info() != null)
        .filter(component -> component.info().foundation() == Foundation.KUBERNETES)
        .isPresent();
  }

  private void manual() {
    var steps = new ArrayList<String>();
    for (var unit : graph.order(cluster)) {
      unit.component()
          .ifPresent(
              component ->
                  component
                      .manualSteps()
                      .forEach(step -> steps.add("**%s**: %s".formatted(unit.name(), step))));
    }
    if (!steps.isEmpty()) {
      page.paragraph("## By hand")
          .paragraph(
              "While Flux applies the rest, these become ready only when you have done this.")
          .steps(steps);
    }
  }

  private void levels() {
    var levels = StartLevels.of(cluster, graph);
    page.table(
        "Levels of startup",
        List.of("level", "what", "components"),
        cluster.cluster().startLevels().stream()
            .map(
                level ->
                    List.of(
                        level.name(),
                        level.title(),
                        levels.at(level).stream()
                            .map(Unit::name)
                            .collect(Collectors.joining(", "))))
            .toList());
  }

  private void trouble() {
    page.paragraph("## When something fails")
        .list(
            List.of(
                "Run the recipe again: everything in it may be repeated.",
                "`another operation is in progress`: Helm was interrupted. `helm history <release> --namespace=<namespace>` shows it; `helm uninstall` it there and install it again, as long as Flux has not taken over.",
                "A machine that is not ready has no network: look at `just install-%s`, and at `kubectl describe node <name>`."
                    .formatted(network()),
                "A Kustomization that is not ready says why: `kubectl --namespace=flux-system get kustomizations.kustomize.toolkit.fluxcd.io`."));
  }

  private String network() {
    return graph.bootstrap(cluster.id()).members().stream()
        .filter(
            unit ->
                unit.component()
                    .filter(each -> each.info().foundation() == Foundation.NETWORK)
                    .isPresent())
        .map(Unit::name)
        .findFirst()
        .orElse("<network>");
  }
}

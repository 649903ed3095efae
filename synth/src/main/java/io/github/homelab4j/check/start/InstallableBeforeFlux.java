package io.github.homelab4j.check.start;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.StartRule;
import java.util.List;
import java.util.Optional;

/** What is installed before Flux is so with Helm and kubectl alone. */
public final class InstallableBeforeFlux implements Check {
  private static final String GITOPS = Foundation.GITOPS.what();

  @Override
  public List<? extends Rule> rules() {
    return List.of(StartRule.BOOTSTRAP_NEEDS_FLUX);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var graph = homelab.start();
    for (var cluster : homelab.clusters()) {
      for (var unit : graph.bootstrap(cluster.id()).members()) {
        // Who needs Flux and is needed by it is a cycle, and told as one.
        var isFetched =
            unit.component().filter(UpstreamManifests.class::isInstance).isPresent()
                && graph.needsOf(StartGraph.path(cluster.model(), unit)).stream()
                    .noneMatch(edge -> edge.why().equals(GITOPS));
        var problem = isFetched ? Optional.of("its manifests are fetched by Flux") : problem(unit);
        report.judge(
            StartRule.BOOTSTRAP_NEEDS_FLUX,
            Subject.of(cluster.model(), unit),
            problem.isEmpty(),
            () ->
                "it is installed before Flux, but %s: take a value from a Secret that the chart reads itself, or let Flux install it"
                    .formatted(problem.orElseThrow()));
      }
    }
  }

  private static Optional<String> problem(Unit unit) {
    return unit.app().objects().stream()
        .filter(object -> object.kind().equals("HelmRelease"))
        .flatMap(object -> problem(object).stream())
        .findFirst();
  }

  private static Optional<String> problem(Emitted release) {
    if (!release.at("/spec/valuesFrom").isMissingNode()) {
      return Optional.of(
          "Flux fills its values in from Secret %s"
              .formatted(release.at("/spec/valuesFrom/0/name").asText()));
    }
    return release.at("/spec/postRenderers").isMissingNode()
        ? Optional.empty()
        : Optional.of("Flux patches what its chart renders");
  }
}

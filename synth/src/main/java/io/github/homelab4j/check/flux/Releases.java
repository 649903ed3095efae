package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Helm release must say, because what Flux takes otherwise is not what anybody wants. */
public final class Releases implements Check {
  private static final int LONGEST = 53;

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        FluxRule.FLUX_RELEASE_NAME,
        FluxRule.FLUX_RETRIES,
        FluxRule.FLUX_DEFINITIONS,
        FluxRule.FLUX_CHART);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      names(cluster, report);
      for (var release : FluxObjects.of(cluster, "HelmRelease")) {
        retries(release, report);
        definitions(release, report);
        chart(release, report);
      }
      for (var repository : FluxObjects.of(cluster, "HelmRepository")) {
        registry(repository, report);
      }
    }
  }

  private static void names(ClusterView cluster, Report report) {
    Map<String, Subject> owners = new HashMap<>();
    for (var release : FluxObjects.of(cluster, "HelmRelease")) {
      var object = release.emitted();
      var name = object.at("/spec/releaseName").asText();
      report.judge(
          FluxRule.FLUX_RELEASE_NAME,
          release,
          !name.isEmpty() && name.length() <= LONGEST,
          () ->
              name.isEmpty()
                  ? "%s states no releaseName: state one of at most %s characters"
                      .formatted(object.describe(), LONGEST)
                  : "the releaseName %s of %s has %s characters, and Flux cuts what is longer than %s: state a shorter one"
                      .formatted(name, object.describe(), name.length(), LONGEST));
      var namespace = object.at("/spec/targetNamespace").asText(object.namespace());
      var other = owners.put(namespace + "/" + name, release);
      report.judge(
          FluxRule.FLUX_RELEASE_NAME,
          release,
          other == null,
          () ->
              "%s and %s are both release %s of namespace %s: give one of them another releaseName"
                  .formatted(object.describe(), other.emitted().describe(), name, namespace));
    }
  }

  private static void retries(Subject release, Report report) {
    for (var action : List.of("install", "upgrade")) {
      var node = release.emitted().at("/spec/" + action);
      var isTried =
          node.at("/strategy/name").asText().equals("RetryOnFailure")
              || node.at("/remediation/retries").asInt() != 0;
      report.judge(
          FluxRule.FLUX_RETRIES,
          release,
          isTried,
          () ->
              "%s stays as it is after a failed %s: set %s.strategy.name to RetryOnFailure"
                  .formatted(release.emitted().describe(), action, action));
    }
  }

  // A component says which groups it installs; what anything else installs is not known, so it
  // only has to decide.
  private static void definitions(Subject release, Report report) {
    var component = release.unit().flatMap(unit -> unit.component());
    var owns = component.filter(each -> !each.installs().isEmpty()).isPresent();
    var wanted =
        component.isEmpty()
            ? List.of("Skip", "Create", "CreateReplace")
            : List.of(owns ? "CreateReplace" : "Skip");
    for (var action : List.of("install", "upgrade")) {
      var policy = release.emitted().at("/spec/%s/crds".formatted(action)).asText();
      report.judge(
          FluxRule.FLUX_DEFINITIONS,
          release,
          wanted.contains(policy),
          () ->
              "%s has %s.crds %s, and its component installs %s: set it to %s"
                  .formatted(
                      release.emitted().describe(),
                      action,
                      policy.isEmpty() ? "unset" : policy,
                      owns ? String.join(", ", component.orElseThrow().installs()) : "none",
                      String.join(" or ", wanted)));
    }
  }

  private static void chart(Subject release, Report report) {
    Emitted object = release.emitted();
    var byChart = !object.at("/spec/chart").isMissingNode();
    var byRef = !object.at("/spec/chartRef").isMissingNode();
    report.judge(
        FluxRule.FLUX_CHART,
        release,
        byChart != byRef,
        () ->
            byChart
                ? "%s has both chart and chartRef: keep one of the two".formatted(object.describe())
                : "%s has neither chart nor chartRef: name its chart".formatted(object.describe()));
  }

  private static void registry(Subject repository, Report report) {
    report.judge(
        FluxRule.FLUX_CHART,
        repository,
        !repository.emitted().at("/spec/type").asText().equals("oci"),
        () ->
            "%s is of type oci, which has no digest: make it an OCIRepository, and name that in chartRef"
                .formatted(repository.emitted().describe()));
  }
}

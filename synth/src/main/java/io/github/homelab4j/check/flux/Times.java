package io.github.homelab4j.check.flux;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a Kustomization applies gives up before the Kustomization does, so that the failure is told
 * by the one that knows why.
 */
public final class Times implements Check {
  // What Helm's actions may take unless the release says otherwise.
  private static final String RELEASE_TIMEOUT = "5m";

  @Override
  public List<? extends Rule> rules() {
    return List.of(FluxRule.FLUX_TIMES);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      FluxObjects.of(cluster, "HelmRelease")
          .forEach(release -> inner(release, RELEASE_TIMEOUT, report));
      for (var kustomization : FluxObjects.of(cluster, "Kustomization")) {
        // Without one, it is the interval.
        inner(kustomization, kustomization.emitted().at("/spec/interval").asText(), report);
        retry(kustomization, report);
      }
    }
  }

  private static void inner(Subject subject, String otherwise, Report report) {
    var text = subject.emitted().at("/spec/timeout").asText(otherwise);
    var outer = subject.unit().orElseThrow().timeout();
    var inner = duration(text);
    report.judge(
        FluxRule.FLUX_TIMES,
        subject,
        inner.filter(time -> time.compareTo(outer) < 0).isPresent(),
        () ->
            "%s gives up after %s, and the Kustomization that applies it after %s already: shorten its timeout, or lengthen that of the component"
                .formatted(
                    subject.emitted().describe(),
                    text.isEmpty() ? "no time that it states" : text,
                    Durations.go(outer)));
  }

  private static void retry(Subject subject, Report report) {
    var interval = subject.emitted().at("/spec/interval").asText();
    var retry = subject.emitted().at("/spec/retryInterval").asText(interval);
    var holds =
        duration(retry)
            .flatMap(again -> duration(interval).filter(usual -> again.compareTo(usual) <= 0));
    report.judge(
        FluxRule.FLUX_TIMES,
        subject,
        holds.isPresent(),
        () ->
            "%s is tried again after %s, later than it is looked at anyway, every %s: shorten retryInterval"
                .formatted(subject.emitted().describe(), retry, interval));
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Durations.parse(text));
    } catch (InvalidPropsException e) {
      return Optional.empty();
    }
  }
}

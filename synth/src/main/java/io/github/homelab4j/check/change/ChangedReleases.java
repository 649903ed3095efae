package io.github.homelab4j.check.change;

import io.github.homelab4j.change.Committed;
import io.github.homelab4j.change.Release;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.ChangeRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Optional;

/** Helm releases stay those that they are: name, namespaces and chart. */
public final class ChangedReleases implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(ChangeRule.RELEASE_REPLACED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      if (!cluster.changes().before().isEmpty()) {
        cluster.objects("HelmRelease").forEach(release -> judge(cluster, release, report));
      }
    }
  }

  private static void judge(ClusterView cluster, Subject subject, Report report) {
    var now = Release.of(subject.emitted(), key -> now(cluster, key));
    var before = before(cluster, now);
    var replaced = before.replacedBy(now);
    report.judge(
        ChangeRule.RELEASE_REPLACED,
        subject,
        replaced.isEmpty(),
        () ->
            "Helm release %s/%s would change its %s, so that Flux uninstalls it with the volumes that belong to it and installs an empty one: keep it as it was, or back up what it holds and %s"
                .formatted(
                    before.object().namespace(),
                    before.object().name(),
                    String.join(" and its ", replaced),
                    Acknowledgement.of(ChangeRule.RELEASE_REPLACED, subject)));
  }

  // As it was written before; else one of the same chart in the same namespace that is no more,
  // whose component was given another id.
  private static Release before(ClusterView cluster, Release release) {
    var object = release.object();
    return cluster
        .changes()
        .before(object.key())
        .map(same -> Release.of(same.object(), key -> before(cluster, key)))
        .or(() -> renamed(cluster, release))
        // Its own file is as it was, but its source may name another chart.
        .orElseGet(() -> Release.of(object, key -> before(cluster, key)));
  }

  private static Optional<Release> renamed(ClusterView cluster, Release release) {
    return cluster.changes().before().stream()
        .map(Committed::object)
        .filter(old -> old.kind().equals("HelmRelease") && !cluster.has(old.key()))
        .filter(old -> old.namespace().equals(release.object().namespace()))
        .map(old -> Release.of(old, key -> before(cluster, key)))
        .filter(old -> old.chart().equals(release.chart()))
        .filter(old -> cluster.changes().isNew(release.object().key()))
        .findFirst();
  }

  private static Optional<Emitted> now(ClusterView cluster, String key) {
    return cluster.object(key).map(Subject::emitted);
  }

  private static Optional<Emitted> before(ClusterView cluster, String key) {
    return cluster.changes().before(key).map(Committed::object).or(() -> now(cluster, key));
  }
}

package io.github.homelab4j.check;

import io.github.homelab4j.change.Changes;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.rule.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Judges a homelab by all checks, several at a time. Each takes its own report, and those follow
 * each other in the order of the checks, so that nothing depends on who was first.
 *
 * <p>What was written before can only be compared with once everything is rendered, and what is
 * exempted shows in it: so most checks judge before, and those that look at changes afterwards.
 */
public final class Judging {
  private final Resolution resolution;
  private final Jobs jobs;
  private final HomelabView homelab;
  private final List<Check> checks;
  private final Report[] reports;
  private final int own;
  private final Map<String, List<Emitted>> secrets;
  private List<Finding> switchedOn;

  /**
   * Nothing is judged yet.
   *
   * @param secrets Secrets that owners encrypted, by the name of the cluster
   */
  public Judging(Resolution resolution, Map<String, List<Emitted>> secrets, Jobs jobs) {
    this.resolution = resolution;
    this.secrets = secrets;
    this.jobs = jobs;
    this.homelab = HomelabView.of(resolution, secrets);
    this.checks = Checks.of(resolution);
    this.own = Checks.library().size();
    this.reports = new Report[checks.size()];
  }

  /** What checks find that look at no changes; a homelab's own may look at them. */
  public Verdict withoutChanges() {
    judge(false);
    return report().verdict();
  }

  /**
   * What all checks find; those that judged before do not judge again.
   *
   * @param changes what would change of each cluster's tree, by the name of the cluster
   */
  public Verdict all(Map<String, Changes> changes) {
    for (var cluster : homelab.clusters()) {
      cluster.compared(changes.getOrDefault(cluster.id(), Changes.none()));
    }
    judge(true);
    var report = report();
    StaleExemptions.judge(homelab, report);
    var known = new HashSet<>(report.verdict().findings());
    switchedOn.stream().filter(finding -> !known.contains(finding)).forEach(report::add);
    return report.verdict();
  }

  /** What needs what to start. */
  public StartGraph startGraph() {
    return homelab.start();
  }

  private void judge(boolean withChanges) {
    var work = new ArrayList<Supplier<Report>>();
    var places = new ArrayList<Integer>();
    for (int i = 0; i < reports.length; i++) {
      var check = checks.get(i);
      var late = i >= own || Checks.looksAtChanges(check);
      if (reports[i] == null && (withChanges || !late)) {
        places.add(i);
        work.add(() -> judge(check, homelab));
      }
    }
    var made = jobs.run(work);
    for (int i = 0; i < made.size(); i++) {
      reports[places.get(i)] = made.get(i);
    }
    if (switchedOn == null) {
      switchedOn = judgeSwitchedOn();
    }
  }

  private static Report judge(Check check, HomelabView homelab) {
    var report = new Report();
    check.run(homelab, report);
    return report;
  }

  private Report report() {
    var report = new Report();
    resolution.findings().forEach(report::add);
    for (var each : reports) {
      if (each != null) {
        report.add(each);
      }
    }
    return report;
  }

  // What is wrong only once everything runs. Warnings of what does not run yet would stand in the
  // inventory of what does.
  private List<Finding> judgeSwitchedOn() {
    if (resolution.clusters().stream().allMatch(cluster -> cluster.switchedOff().isEmpty())) {
      return List.of();
    }
    var everything = Resolver.resolveAll(resolution.homelab(), jobs);
    var view = HomelabView.of(everything, secrets);
    var report = new Report();
    everything.findings().forEach(report::add);
    var work =
        Checks.of(everything).stream()
            .map(check -> (Supplier<Report>) () -> judge(check, view))
            .toList();
    jobs.run(work).forEach(report::add);
    StaleExemptions.judge(view, report);
    return report.verdict().findings(Severity.ERROR);
  }
}

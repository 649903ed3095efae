package io.github.homelab4j.check;

import io.github.homelab4j.check.object.ObjectChecks;
import io.github.homelab4j.check.secret.SecretChecks;
import io.github.homelab4j.graph.Resolution;
import java.util.ArrayList;
import java.util.List;

/** All rules. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new PlanRanges(),
          new PlanAddresses(),
          new PlanMesh(),
          new PlanBgp(),
          new PlanNames(),
          new PlanOwnsLiterals(),
          new ReferencesResolve(),
          new KustomizationCycles(),
          new ObjectsOnce(),
          new TenantScope());

  private Checks() {}

  /** The library's checks, and the homelab's own. */
  public static List<Check> of(Resolution resolution) {
    var checks = new ArrayList<>(ALL);
    checks.addAll(ObjectChecks.all());
    checks.addAll(SecretChecks.all());
    if (resolution.homelab() instanceof HasChecks own) {
      checks.addAll(own.checks());
    }
    return checks;
  }

  /** Everything that is wrong, with what was found while resolving. */
  public static Verdict run(Resolution resolution) {
    var report = new Report();
    resolution.findings().forEach(report::add);
    var homelab = HomelabView.of(resolution);
    of(resolution).forEach(check -> check.run(homelab, report));
    StaleExemptions.find(homelab, report).forEach(report::add);
    return report.verdict();
  }
}

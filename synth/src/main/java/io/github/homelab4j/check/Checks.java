package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
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
          new ObjectNames(),
          new TenantScope());

  private Checks() {}

  /** Everything that is wrong, with what was found while resolving. */
  public static List<Finding> run(Resolution resolution) {
    var findings = new ArrayList<>(resolution.findings());
    ALL.forEach(check -> check.run(resolution, findings::add));
    return findings.stream().distinct().sorted().toList();
  }
}

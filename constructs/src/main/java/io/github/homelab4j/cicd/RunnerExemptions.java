package io.github.homelab4j.cicd;

import io.github.homelab4j.cicd.RunnerScaleSetProps.ContainerMode;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.rule.PodRule;
import java.util.ArrayList;
import java.util.List;

/** What jobs of a {@link RunnerScaleSet} may do: as much as on GitHub's own machines. */
final class RunnerExemptions {
  private static final String SUDO = "steps of jobs run sudo, as on GitHub's own machines";
  private static final String DOCKER = "a Docker daemon makes containers, for jobs that use them";

  private RunnerExemptions() {}

  static List<Exemption> of(ContainerMode mode) {
    var all = new ArrayList<Exemption>();
    all.add(Exemption.of(PodRule.SEC_010, SUDO));
    all.add(Exemption.of(PodRule.SEC_011, SUDO));
    all.add(Exemption.of(PodRule.SEC_012, SUDO));
    all.add(Exemption.of(PodRule.SEC_015, "steps of jobs call the kernel as they like"));
    all.add(Exemption.of(PodRule.SEC_022, "steps of jobs install what they need"));
    if (mode == ContainerMode.DIND) {
      all.add(Exemption.of(PodRule.SEC_001, DOCKER));
      all.add(Exemption.of(PodRule.SEC_013, DOCKER));
    }
    return all;
  }
}

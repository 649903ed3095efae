package io.github.homelab4j.storage;

import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.rule.PodRule;
import java.util.List;

/** What {@link Longhorn} has to do on machines whose disks it shares, and what its chart fixes. */
final class LonghornExemptions {
  private static final String FIXED = "the chart has no setting for it";

  static final List<Exemption> ALL =
      List.of(
          Exemption.of(PodRule.SEC_001, "it mounts disks and volumes of the machine"),
          Exemption.of(
              PodRule.SEC_005, "devices, volumes and their processes are those of the machine"),
          Exemption.of(PodRule.SEC_006, "it writes volumes to the machine's disk"),
          Exemption.of(PodRule.SEC_010, FIXED),
          Exemption.of(PodRule.SEC_011, "a privileged container has all rights from the start"),
          Exemption.of(PodRule.SEC_013, "what it does on the machine takes root"),
          Exemption.of(PodRule.SEC_022, FIXED));

  private LonghornExemptions() {}
}

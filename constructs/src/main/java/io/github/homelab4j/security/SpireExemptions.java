package io.github.homelab4j.security;

import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.rule.PodRule;
import java.util.List;

/** What {@link Spire} has to do on machines, to tell who is who there. */
final class SpireExemptions {
  static final List<Exemption> ALL =
      List.of(
          Exemption.of(
              PodRule.SEC_001,
              "its driver mounts the socket of the agent into the folders of pods"),
          Exemption.of(PodRule.SEC_002, "an agent attests its machine before pods have identities"),
          Exemption.of(PodRule.SEC_003, "an agent tells pods apart by their processes"),
          Exemption.of(
              PodRule.SEC_005,
              "the socket of the agent and those of the kubelet are on the machine"),
          Exemption.of(
              PodRule.SEC_010,
              "the chart has no setting for the capabilities of what prepares the agent"),
          Exemption.of(
              PodRule.SEC_011,
              "the chart has no setting for the rights of what prepares the agent"),
          Exemption.of(
              PodRule.SEC_013,
              "the folder of the socket belongs to root until the agent was prepared"),
          Exemption.of(
              PodRule.SEC_014,
              "the folder of the socket belongs to root until the agent was prepared"),
          Exemption.of(
              PodRule.SEC_022,
              "the chart has no setting for the root file system of what prepares the agent"));

  private SpireExemptions() {}
}

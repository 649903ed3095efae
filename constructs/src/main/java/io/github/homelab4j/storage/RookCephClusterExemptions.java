package io.github.homelab4j.storage;

import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.rule.PodRule;
import java.util.List;

/** What the daemons of Ceph have to do on their machines. */
final class RookCephClusterExemptions {
  static final List<Exemption> ALL =
      List.of(
          Exemption.of(PodRule.SEC_001, "an OSD opens the disks of its machine"),
          Exemption.of(
              PodRule.SEC_002,
              "clients reach daemons at the addresses of the machines, also those of another cluster"),
          Exemption.of(
              PodRule.SEC_005, "data, logs and sockets of the daemons are on the machines"),
          Exemption.of(PodRule.SEC_010, "the operator gives daemons what upstream tests them with"),
          Exemption.of(PodRule.SEC_011, "the operator gives daemons what upstream tests them with"),
          Exemption.of(
              PodRule.SEC_013, "an OSD opens the disks of its machine, which belong to root"),
          Exemption.of(
              PodRule.SEC_022, "daemons write their logs and sockets where upstream put them"));

  private RookCephClusterExemptions() {}
}

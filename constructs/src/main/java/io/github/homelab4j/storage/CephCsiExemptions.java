package io.github.homelab4j.storage;

import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.rule.PodRule;
import java.util.List;

/** What the drivers of Ceph have to do on machines that mount its volumes. */
final class CephCsiExemptions {
  static final List<Exemption> ALL =
      List.of(
          Exemption.of(PodRule.SEC_001, "it mounts volumes into the folders of pods"),
          Exemption.of(
              PodRule.SEC_002, "a mount by way of the network of a pod is gone when that pod is"),
          Exemption.of(
              PodRule.SEC_003, "its operator sets it for block devices and has no setting for it"),
          Exemption.of(
              PodRule.SEC_005,
              "devices, the folders of pods and the sockets of the kubelet are on the machine"),
          Exemption.of(PodRule.SEC_009, "mounting takes SYS_ADMIN"),
          Exemption.of(
              PodRule.SEC_010, "upstream spells ALL as All, which the standard does not take"),
          Exemption.of(PodRule.SEC_011, "a privileged container has all rights from the start"),
          Exemption.of(
              PodRule.SEC_022,
              "the operator of the drivers has no setting for their root file systems"));

  private CephCsiExemptions() {}
}

package io.github.homelab4j.networking;

import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.rule.ReliabilityRule;
import java.util.List;

/** What {@link Cilium} has to do, as it makes the network that others run in. */
final class CiliumExemptions {
  static final List<Exemption> ALL =
      List.of(
          Exemption.of(
              PodRule.SEC_001,
              "it mounts the BPF file system on a machine that has none, before its agent starts"),
          Exemption.of(
              PodRule.SEC_002,
              "its agents, proxies and operator run before there is a network of pods"),
          Exemption.of(
              PodRule.SEC_005,
              "it loads programs into the kernel, and puts its plugin where the kubelet looks for one"),
          Exemption.of(
              PodRule.SEC_009,
              "routes, programs in the kernel and namespaces of pods take NET_ADMIN, SYS_ADMIN and their like"),
          Exemption.of(PodRule.SEC_010, "what it changes on the machine belongs to others"),
          Exemption.of(
              PodRule.SEC_011,
              "upstream leaves it unset, as its agents have those rights from the start"),
          Exemption.of(PodRule.SEC_012, "its agents, proxies and operator are made to run as root"),
          Exemption.of(
              PodRule.SEC_015,
              "the profile of the runtime forbids calls that programs in the kernel are loaded by"),
          Exemption.of(
              PodRule.SEC_016, "the profile of the runtime forbids the mounts that it makes"),
          Exemption.of(
              PodRule.SEC_017,
              "where SELinux is on, only the type spc_t may touch what belongs to the machine"),
          Exemption.of(
              PodRule.SEC_022, "upstream made its programs write to their own file systems"),
          Exemption.of(
              ReliabilityRule.REL_003,
              "who kills an agent or a proxy for its memory takes the machine off the network"),
          Exemption.of(
              ReliabilityRule.REL_016,
              "the relay and the page of Hubble only show flows, and nothing waits for them"));

  private CiliumExemptions() {}
}

package io.github.homelab4j.check.policy;

import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.rule.PodRule;
import java.util.List;

/**
 * A check of the Pod Security Standards.
 *
 * @param name its name upstream
 * @param level the level that first has it
 * @param rule the rule that judges the same
 * @param test what it asks
 * @see <a
 *     href="https://github.com/kubernetes/pod-security-admission/tree/master/policy">kubernetes/pod-security-admission</a>
 */
record PodStandard(String name, PodSecurity level, PodRule rule, Judge test) {
  static final List<PodStandard> ALL =
      List.of(
          baseline("privileged", PodRule.SEC_001, Judge.ofContainers(ConfinementTests::privileged)),
          baseline("hostNamespaces", PodRule.SEC_002, Judge.ofPods(HostTests::network)),
          baseline("hostNamespaces", PodRule.SEC_003, Judge.ofPods(HostTests::processes)),
          baseline("hostNamespaces", PodRule.SEC_004, Judge.ofPods(HostTests::memory)),
          baseline("hostPathVolumes", PodRule.SEC_005, Judge.ofPods(HostTests::folders)),
          baseline("hostPorts", PodRule.SEC_008, Judge.ofContainers(HostTests::ports)),
          baseline(
              "hostProbesAndHostLifecycle",
              PodRule.SEC_021,
              Judge.ofContainers(HostTests::askedHosts)),
          baseline("windowsHostProcess", PodRule.SEC_023, Judge.ofContainers(HostTests::windows)),
          baseline(
              "capabilities_baseline",
              PodRule.SEC_009,
              Judge.ofContainers(ConfinementTests::addedCapabilities)),
          baseline(
              "appArmorProfile", PodRule.SEC_016, Judge.ofContainers(ConfinementTests::appArmor)),
          baseline(
              "seLinuxOptions", PodRule.SEC_017, Judge.ofContainers(ConfinementTests::seLinux)),
          baseline(
              "seccompProfile_baseline",
              PodRule.SEC_015,
              Judge.ofContainers(ConfinementTests::seccompNotOff)),
          baseline(
              "procMount",
              PodRule.SEC_018,
              Judge.ofContainers(ConfinementTests::procMountOfMachine)),
          baseline("sysctls", PodRule.SEC_019, Judge.ofPods(ConfinementTests::sysctls)),
          restricted(
              "procMount_restricted",
              PodRule.SEC_018,
              Judge.ofContainers(ConfinementTests::procMount)),
          restricted(
              "capabilities_restricted",
              PodRule.SEC_010,
              Judge.ofContainers(ConfinementTests::droppedCapabilities)),
          restricted(
              "allowPrivilegeEscalation",
              PodRule.SEC_011,
              Judge.ofContainers(ConfinementTests::escalation)),
          restricted(
              "runAsNonRoot", PodRule.SEC_012, Judge.ofContainers(ConfinementTests::nonRoot)),
          restricted("runAsUser", PodRule.SEC_013, Judge.ofContainers(ConfinementTests::user)),
          restricted(
              "seccompProfile_restricted",
              PodRule.SEC_015,
              Judge.ofContainers(ConfinementTests::seccomp)),
          restricted(
              "restrictedVolumes", PodRule.SEC_020, Judge.ofPods(ConfinementTests::volumes)));

  /** Whether a namespace of a level has it. */
  boolean isOf(PodSecurity namespace) {
    return namespace.compareTo(level) <= 0;
  }

  private static PodStandard baseline(String name, PodRule rule, Judge test) {
    return new PodStandard(name, PodSecurity.BASELINE, rule, test);
  }

  private static PodStandard restricted(String name, PodRule rule, Judge test) {
    return new PodStandard(name, PodSecurity.RESTRICTED, rule, test);
  }
}

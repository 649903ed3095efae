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
record PodStandard(String name, PodSecurity level, PodRule rule, Test test) {
  static final List<PodStandard> ALL =
      List.of(
          baseline("privileged", PodRule.SEC_001, Test.ofContainers(ConfinementTests::privileged)),
          baseline("hostNamespaces", PodRule.SEC_002, Test.ofPods(HostTests::network)),
          baseline("hostNamespaces", PodRule.SEC_003, Test.ofPods(HostTests::processes)),
          baseline("hostNamespaces", PodRule.SEC_004, Test.ofPods(HostTests::memory)),
          baseline("hostPathVolumes", PodRule.SEC_005, Test.ofPods(HostTests::folders)),
          baseline("hostPorts", PodRule.SEC_008, Test.ofContainers(HostTests::ports)),
          baseline(
              "hostProbesAndHostLifecycle",
              PodRule.SEC_021,
              Test.ofContainers(HostTests::askedHosts)),
          baseline("windowsHostProcess", PodRule.SEC_023, Test.ofContainers(HostTests::windows)),
          baseline(
              "capabilities_baseline",
              PodRule.SEC_009,
              Test.ofContainers(ConfinementTests::addedCapabilities)),
          baseline(
              "appArmorProfile", PodRule.SEC_016, Test.ofContainers(ConfinementTests::appArmor)),
          baseline("seLinuxOptions", PodRule.SEC_017, Test.ofContainers(ConfinementTests::seLinux)),
          baseline(
              "seccompProfile_baseline",
              PodRule.SEC_015,
              Test.ofContainers(ConfinementTests::seccompNotOff)),
          baseline(
              "procMount",
              PodRule.SEC_018,
              Test.ofContainers(ConfinementTests::procMountOfMachine)),
          baseline("sysctls", PodRule.SEC_019, Test.ofPods(ConfinementTests::sysctls)),
          restricted(
              "procMount_restricted",
              PodRule.SEC_018,
              Test.ofContainers(ConfinementTests::procMount)),
          restricted(
              "capabilities_restricted",
              PodRule.SEC_010,
              Test.ofContainers(ConfinementTests::droppedCapabilities)),
          restricted(
              "allowPrivilegeEscalation",
              PodRule.SEC_011,
              Test.ofContainers(ConfinementTests::escalation)),
          restricted("runAsNonRoot", PodRule.SEC_012, Test.ofContainers(ConfinementTests::nonRoot)),
          restricted("runAsUser", PodRule.SEC_013, Test.ofContainers(ConfinementTests::user)),
          restricted(
              "seccompProfile_restricted",
              PodRule.SEC_015,
              Test.ofContainers(ConfinementTests::seccomp)),
          restricted("restrictedVolumes", PodRule.SEC_020, Test.ofPods(ConfinementTests::volumes)));

  /** Whether a namespace of a level has it. */
  boolean isOf(PodSecurity namespace) {
    return namespace.compareTo(level) <= 0;
  }

  private static PodStandard baseline(String name, PodRule rule, Test test) {
    return new PodStandard(name, PodSecurity.BASELINE, rule, test);
  }

  private static PodStandard restricted(String name, PodRule rule, Test test) {
    return new PodStandard(name, PodSecurity.RESTRICTED, rule, test);
  }
}

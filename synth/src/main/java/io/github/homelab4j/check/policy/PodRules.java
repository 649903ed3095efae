package io.github.homelab4j.check.policy;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.rule.ImageRule;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.rule.ReliabilityRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/** Rules that look at one pod at a time: each is a test of a few lines. */
public final class PodRules implements Check {
  private static final List<Entry> RULES =
      List.of(
          new Entry(PodRule.SEC_001, Test.ofContainers(ConfinementTests::privileged)),
          new Entry(PodRule.SEC_002, Test.ofPods(HostTests::network)),
          new Entry(PodRule.SEC_003, Test.ofPods(HostTests::processes)),
          new Entry(PodRule.SEC_004, Test.ofPods(HostTests::memory)),
          new Entry(PodRule.SEC_005, Test.ofPods(HostTests::folders)),
          new Entry(PodRule.SEC_006, Test.ofContainers(HostTests::written)),
          new Entry(PodRule.SEC_007, Test.ofPods(HostTests::sockets)),
          new Entry(PodRule.SEC_008, Test.ofContainers(HostTests::ports)),
          new Entry(PodRule.SEC_009, Test.ofContainers(ConfinementTests::addedCapabilities)),
          new Entry(PodRule.SEC_010, Test.ofContainers(ConfinementTests::droppedCapabilities)),
          new Entry(PodRule.SEC_011, Test.ofContainers(ConfinementTests::escalation)),
          new Entry(PodRule.SEC_012, Test.ofContainers(ConfinementTests::nonRoot)),
          new Entry(PodRule.SEC_013, Test.ofContainers(ConfinementTests::user)),
          new Entry(PodRule.SEC_014, Test.ofPods(ConfinementTests::groups)),
          new Entry(PodRule.SEC_015, Test.ofContainers(ConfinementTests::seccomp)),
          new Entry(PodRule.SEC_016, Test.ofContainers(ConfinementTests::appArmor)),
          new Entry(PodRule.SEC_017, Test.ofContainers(ConfinementTests::seLinux)),
          new Entry(PodRule.SEC_018, Test.ofContainers(ConfinementTests::procMount)),
          new Entry(PodRule.SEC_019, Test.ofPods(ConfinementTests::sysctls)),
          new Entry(PodRule.SEC_020, Test.ofPods(ConfinementTests::volumes)),
          new Entry(PodRule.SEC_021, Test.ofContainers(HostTests::askedHosts)),
          new Entry(PodRule.SEC_022, Test.ofContainers(ConfinementTests::readOnlyRoot)),
          new Entry(PodRule.SEC_023, Test.ofContainers(HostTests::windows)),
          new Entry(ImageRule.IMG_001, Test.ofContainers(ImageTests::tag)),
          new Entry(ImageRule.IMG_002, Test.ofContainers(ImageTests::digest)),
          new Entry(ImageRule.IMG_004, Test.ofContainers(ImageTests::pulled)),
          new Entry(ReliabilityRule.REL_001, Test.ofRunning(ResourceTests::cpuRequest)),
          new Entry(ReliabilityRule.REL_002, Test.ofRunning(ResourceTests::memoryRequest)),
          new Entry(ReliabilityRule.REL_003, Test.ofRunning(ResourceTests::memoryLimit)),
          new Entry(ReliabilityRule.REL_004, Test.ofRunning(ResourceTests::cpuLimit)),
          new Entry(ReliabilityRule.REL_006, Test.ofRunning(ProbeTests::liveness)),
          new Entry(ReliabilityRule.REL_007, Test.ofRunning(ProbeTests::differ)),
          new Entry(ReliabilityRule.REL_008, Test.ofRunning(ProbeTests::ports)),
          new Entry(ReliabilityRule.REL_021, Test.ofPods(ResourceTests::emptyDirs)));

  @Override
  public List<? extends Rule> rules() {
    return RULES.stream().map(Entry::rule).toList();
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var minor = minor(cluster);
      for (var workload : cluster.workloads()) {
        var pod = Pod.of(workload, minor);
        RULES.forEach(entry -> entry.judge(pod, report));
      }
    }
  }

  static int minor(ClusterView cluster) {
    return cluster.model().cluster().plan().kubernetesVersion().minor();
  }

  /** A rule and how it is judged. */
  private record Entry(Rule rule, Test test) {
    void judge(Pod pod, Report report) {
      Judgement.judge(rule, test, pod, report);
    }
  }
}

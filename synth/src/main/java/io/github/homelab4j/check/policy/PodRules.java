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
          new Entry(PodRule.SEC_001, Judge.ofContainers(ConfinementTests::privileged)),
          new Entry(PodRule.SEC_002, Judge.ofPods(HostTests::network)),
          new Entry(PodRule.SEC_003, Judge.ofPods(HostTests::processes)),
          new Entry(PodRule.SEC_004, Judge.ofPods(HostTests::memory)),
          new Entry(PodRule.SEC_005, Judge.ofPods(HostTests::folders)),
          new Entry(PodRule.SEC_006, Judge.ofContainers(HostTests::written)),
          new Entry(PodRule.SEC_007, Judge.ofPods(HostTests::sockets)),
          new Entry(PodRule.SEC_008, Judge.ofContainers(HostTests::ports)),
          new Entry(PodRule.SEC_009, Judge.ofContainers(ConfinementTests::addedCapabilities)),
          new Entry(PodRule.SEC_010, Judge.ofContainers(ConfinementTests::droppedCapabilities)),
          new Entry(PodRule.SEC_011, Judge.ofContainers(ConfinementTests::escalation)),
          new Entry(PodRule.SEC_012, Judge.ofContainers(ConfinementTests::nonRoot)),
          new Entry(PodRule.SEC_013, Judge.ofContainers(ConfinementTests::user)),
          new Entry(PodRule.SEC_014, Judge.ofPods(ConfinementTests::groups)),
          new Entry(PodRule.SEC_015, Judge.ofContainers(ConfinementTests::seccomp)),
          new Entry(PodRule.SEC_016, Judge.ofContainers(ConfinementTests::appArmor)),
          new Entry(PodRule.SEC_017, Judge.ofContainers(ConfinementTests::seLinux)),
          new Entry(PodRule.SEC_018, Judge.ofContainers(ConfinementTests::procMount)),
          new Entry(PodRule.SEC_019, Judge.ofPods(ConfinementTests::sysctls)),
          new Entry(PodRule.SEC_020, Judge.ofPods(ConfinementTests::volumes)),
          new Entry(PodRule.SEC_021, Judge.ofContainers(HostTests::askedHosts)),
          new Entry(PodRule.SEC_022, Judge.ofContainers(ConfinementTests::readOnlyRoot)),
          new Entry(PodRule.SEC_023, Judge.ofContainers(HostTests::windows)),
          new Entry(ImageRule.IMG_001, Judge.ofContainers(ImageTests::tag)),
          new Entry(ImageRule.IMG_002, Judge.ofContainers(ImageTests::digest)),
          new Entry(ImageRule.IMG_004, Judge.ofContainers(ImageTests::pulled)),
          new Entry(ReliabilityRule.REL_001, Judge.ofRunning(ResourceTests::cpuRequest)),
          new Entry(ReliabilityRule.REL_002, Judge.ofRunning(ResourceTests::memoryRequest)),
          new Entry(ReliabilityRule.REL_003, Judge.ofRunning(ResourceTests::memoryLimit)),
          new Entry(ReliabilityRule.REL_004, Judge.ofRunning(ResourceTests::cpuLimit)),
          new Entry(ReliabilityRule.REL_006, Judge.ofRunning(ProbeTests::liveness)),
          new Entry(ReliabilityRule.REL_007, Judge.ofRunning(ProbeTests::differ)),
          new Entry(ReliabilityRule.REL_008, Judge.ofRunning(ProbeTests::ports)),
          new Entry(ReliabilityRule.REL_021, Judge.ofPods(ResourceTests::emptyDirs)));

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
  private record Entry(Rule rule, Judge test) {
    void judge(Pod pod, Report report) {
      Judgement.judge(rule, test, pod, report);
    }
  }
}

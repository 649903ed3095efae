package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.kubeScore;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/**
 * Rules of what keeps running. That the Service of a StatefulSet (REL-020) and the StorageClass of
 * a claim (REL-022) are there is {@link ReferenceRule#REF_UNKNOWN}.
 */
public enum ReliabilityRule implements Rule {
  /** A CPU request is set. */
  REL_001(
      About.warning("containers ask for CPU")
          .because("the scheduler takes the pod for free, and it gets the least when CPU is short")
          .fix("set resources.requests.cpu")
          .source("https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/")
          .tools(kubeLinter("unset-cpu-requirements"), polaris("cpuRequestsMissing"))),
  /** A memory request is set. */
  REL_002(
      About.error("containers ask for memory")
          .because("the scheduler overfills the machine, and the pod is the first to be killed")
          .fix("set resources.requests.memory")
          .source("https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/")
          .tools(kubeLinter("unset-memory-requirements"), polaris("memoryRequestsMissing"))),
  /**
   * A memory limit is set; that it is not below the request is {@link ObjectRule}. Who asks for no
   * memory at all is {@link #REL_002}.
   */
  REL_003(
      About.error("containers have a limit of memory")
          .because("a leak takes the memory of all pods of the machine")
          .fix("set resources.limits.memory")
          .source("https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/")
          .tools(kubeScore("container-resources"), polaris("memoryLimitsMissing"))),
  /**
   * CPU limits. Some tools ask for them and others forbid them: no side is taken, those that there
   * are are counted.
   */
  REL_004(
      About.info("containers have no limit of CPU")
          .because("CPU that nobody else wants is withheld from them")
          .fix("leave limits.cpu out: requests share CPU fairly")
          .source(
              "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/")),
  /** Containers behind a Service say when they are ready. */
  REL_005(
      About.warning("containers behind a Service have a readiness probe")
          .because("requests go to a pod that cannot answer yet")
          .fix("add a readinessProbe")
          .source(
              "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes")
          .tools(
              kubeLinter("no-readiness-probe"),
              kubeScore("pod-probes"),
              polaris("readinessProbeMissing"))),
  /**
   * Containers say whether they live. Only counted: a wrong liveness probe restarts what would have
   * recovered.
   */
  REL_006(
      About.info("containers have a liveness probe")
          .because("a program that hangs is not restarted")
          .fix("add a livenessProbe")
          .source(
              "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes")
          .tools(kubeLinter("no-liveness-probe"), polaris("livenessProbeMissing"))),
  /** Liveness and readiness are not the same question. */
  REL_007(
      About.info("liveness and readiness probes differ")
          .because("a busy pod is restarted instead of being left in peace")
          .fix("ask another path, or wait longer before a restart")
          .source(
              "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes")
          .tools(kubeScore("pod-probes-identical"))),
  /**
   * Probes ask a port of their container, by its number; by its name it is {@link
   * ObjectRule#PORT_INVALID}. A number works undeclared, so one in a chart is left to it.
   */
  REL_008(
      About.error("the number of a probe's port is declared by its container")
          .because("the probe never succeeds")
          .fix("take a port of the container")
          .source(
              "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes")
          .tools(
              kubeLinter("liveness-port"),
              kubeLinter("readiness-port"),
              kubeLinter("startup-port"))),
  /** What votes is odd in number. */
  REL_009(
      About.error("what decides by majority has an odd number of voters, at least 3")
          .because("an even number tolerates no more failures than one less, and two tolerate none")
          .fix("take 3, or 1 where there is one machine")
          .source("https://kafka.apache.org/documentation/#kraft")
          .tools(kubeLinter("minimum-three-replicas"))),
  /** Several copies have a disruption budget. */
  REL_010(
      About.error("what runs in several copies has a disruption budget")
          .because("a drain takes all copies at once")
          .fix("add a PodDisruptionBudget")
          .source("https://kubernetes.io/docs/tasks/run-application/configure-pdb/")
          .tools(
              kubeScore("deployment-has-poddisruptionbudget"),
              kubeScore("statefulset-has-poddisruptionbudget"),
              polaris("missingPodDisruptionBudget"))),
  /** A disruption budget always lets one pod go. */
  REL_011(
      About.error("a disruption budget lets at least one pod go, and no pod has two")
          .because("drains of the machine wait for ever")
          .fix("set maxUnavailable: 1 on several copies, and none on a single one")
          .source("https://github.com/devantler-tech/platform/issues/1880")
          .tools(
              kubeLinter("pdb-min-available"),
              kubeLinter("pdb-max-unavailable"),
              polaris("pdbDisruptionsIsZero"))),
  /** Pods that serve nobody may go. */
  REL_012(
      About.info("disruption budgets set unhealthyPodEvictionPolicy")
          .because("a pod that never became ready blocks the drain")
          .fix("set unhealthyPodEvictionPolicy: AlwaysAllow")
          .source("https://kubernetes.io/docs/tasks/run-application/configure-pdb/")
          .tools(kubeLinter("pdb-unhealthy-pod-eviction-policy"))),
  /** Copies run on different machines; judged where there are several. */
  REL_013(
      About.warning("copies of one thing run on different machines")
          .because("all copies go with one machine")
          .fix("add a topologySpreadConstraint over kubernetes.io/hostname")
          .source(
              "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/")
          .tools(
              kubeLinter("no-anti-affinity"),
              kubeScore("deployment-has-host-podantiaffinity"),
              kubeScore("pod-topology-spread-constraints"),
              polaris("topologySpreadConstraint"))),
  /**
   * What holds a volume alone stops before its successor starts. Other tools ask for RollingUpdate
   * everywhere, which waits for ever here.
   */
  REL_014(
      About.error("a Deployment with a ReadWriteOnce volume has one copy and strategy Recreate")
          .because("the new pod waits for a volume that the old one holds")
          .fix("set strategy: Recreate and replicas: 1, or make it a StatefulSet")
          .source("https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy")
          .tools(kubeLinter("no-rolling-update-strategy"), kubeScore("deployment-strategy"))),
  /** One autoscaler decides the number of copies. That its target exists is REF_UNKNOWN. */
  REL_015(
      About.error("the number of copies is decided by one autoscaler alone")
          .because("Flux and the autoscaler change the number in turn")
          .fix("leave replicas out, and keep one autoscaler")
          .source("https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/")
          .tools(
              kubeScore("deployment-targeted-by-hpa-does-not-have-replicas-configured"),
              kubeScore("horizontalpodautoscaler-replicas"))),
  /** What others need to run goes first. */
  REL_016(
      About.warning("network, name resolution and storage have a priority class")
          .because("they wait for room that applications took")
          .fix("set priorityClassName, as system-cluster-critical")
          .source(
              "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/")
          .tools(kubeLinter("priority-class-name"), polaris("priorityClassNotSet"))),
  /** CronJobs say what happens when one is late. That the schedule is one is CRON_INVALID. */
  REL_017(
      About.error("CronJobs set concurrencyPolicy, startingDeadlineSeconds and restartPolicy")
          .because("runs pile up, or never start again after a hundred missed ones")
          .fix("set them")
          .source("https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/")
          .tools(kubeScore("cronjob-has-deadline"), kubeScore("cronjob-restartpolicy"))),
  /** Jobs go when they are done. */
  REL_018(
      About.warning("a Job of its own sets ttlSecondsAfterFinished")
          .because("a finished Job keeps its pods, and a change of it is refused")
          .fix("set ttlSecondsAfterFinished")
          .source("https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/")
          .tools(kubeLinter("job-ttl-seconds-after-finished"))),
  /** Pods are made by controllers. */
  REL_019(
      About.error("no Pod stands alone")
          .because("nobody makes it again when its machine goes")
          .fix("make it a Deployment")
          .source("https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers")),
  /** emptyDirs have a size. */
  REL_021(
      About.info("emptyDirs have a sizeLimit")
          .because("one pod fills the disk of the machine")
          .fix("set sizeLimit")
          .source("https://kubernetes.io/docs/concepts/storage/volumes/#emptydir")
          .tools(kubeScore("container-ephemeral-storage-request-and-limit")));

  private final About about;

  ReliabilityRule(About about) {
    this.about = about;
  }

  @Override
  public String code() {
    return name().replace('_', '-');
  }

  @Override
  public About about() {
    return about;
  }
}

package io.github.homelab4j.rule;

import static io.github.homelab4j.rule.ToolCheck.kubeLinter;
import static io.github.homelab4j.rule.ToolCheck.kubeScore;
import static io.github.homelab4j.rule.ToolCheck.polaris;

/**
 * Rules of what pods may do on their machine: the Pod Security Standards, and what goes beyond
 * them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 *     Standards</a>
 */
public enum PodRule implements Rule {
  /** No container is privileged. */
  SEC_001(
      About.error("no container is privileged")
          .because("a privileged container is root on its machine")
          .fix("remove privileged, and add the capability that is needed")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_privileged.go")
          .tools(
              kubeLinter("privileged-container"),
              kubeScore("container-security-context-privileged"),
              polaris("runAsPrivileged"))),
  /** Pods have a network of their own. */
  SEC_002(
      About.error("pods do not use the network of their machine")
          .because(
              "the pod reaches what listens on the machine alone, and no network policy holds for it")
          .fix("remove hostNetwork")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_hostNamespaces.go")
          .tools(kubeLinter("host-network"), polaris("hostNetworkSet"))),
  /** Pods see their own processes. */
  SEC_003(
      About.error("pods do not see the processes of their machine")
          .because("the pod reads the environment of other pods and can stop them")
          .fix("remove hostPID")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_hostNamespaces.go")
          .tools(kubeLinter("host-pid"), polaris("hostPIDSet"))),
  /** Pods share no memory with their machine. */
  SEC_004(
      About.error("pods do not share memory with the processes of their machine")
          .because("the pod reads the memory of others")
          .fix("remove hostIPC")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_hostNamespaces.go")
          .tools(kubeLinter("host-ipc"), polaris("hostIPCSet"))),
  /** Pods mount no folder of their machine. */
  SEC_005(
      About.error("pods do not mount folders of their machine")
          .because("the pod reads what others left there, and its data stays behind when it moves")
          .fix("take a PersistentVolumeClaim or an emptyDir")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_hostPathVolumes.go")
          .tools(kubeLinter("sensitive-host-mounts"), polaris("hostPathSet"))),
  /** Folders of the machine are mounted to be read. */
  SEC_006(
      About.error("a folder of the machine is mounted read-only")
          .because("what writes there changes the machine for all of its pods")
          .fix("set readOnly: true")
          .source("https://kubernetes.io/docs/concepts/storage/volumes/#hostpath")
          .tools(kubeLinter("writable-host-mount"))),
  /** Nobody talks to the container runtime. */
  SEC_007(
      About.error("no pod mounts the socket of the container runtime")
          .because("who can start containers there is root on the machine")
          .fix("ask the Kubernetes API instead")
          .source("https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .tools(kubeLinter("docker-sock"))),
  /** Containers take no port of their machine. */
  SEC_008(
      About.error("containers take no port of their machine")
          .because(
              "only one pod a machine can have it, and it passes by network policies of namespaces")
          .fix("expose a Service instead of hostPort")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_hostPorts.go")
          .tools(polaris("hostPortSet"))),
  /** No capability beyond those that runtimes give by default. */
  SEC_009(
      About.error("no capability is added beyond the thirteen that the baseline level allows")
          .because("capabilities such as NET_ADMIN and SYS_ADMIN reach the machine")
          .fix("remove it from capabilities.add")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_capabilities_baseline.go")
          .tools(polaris("dangerousCapabilities"), polaris("insecureCapabilities"))),
  /** Containers drop all capabilities. What none may add is {@link #SEC_009}. */
  SEC_010(
      About.error("containers drop all capabilities, and add NET_BIND_SERVICE at most")
          .because("each one that is left helps an intruder on")
          .fix("set capabilities.drop to ALL")
          .source(
              "kubernetes/pod-security-admission@8f84a87:policy/check_capabilities_restricted.go")
          .tools(kubeLinter("drop-net-raw-capability"))),
  /** No process gains rights. */
  SEC_011(
      About.error("containers set allowPrivilegeEscalation to false")
          .because("a set-user-ID program makes root of any user")
          .fix("set allowPrivilegeEscalation: false")
          .source(
              "kubernetes/pod-security-admission@8f84a87:policy/check_allowPrivilegeEscalation.go")
          .tools(
              kubeLinter("privilege-escalation-container"), polaris("privilegeEscalationAllowed"))),
  /** Containers do not run as root. */
  SEC_012(
      About.error("containers set runAsNonRoot to true")
          .because("root in a container is root for every hole of the kernel")
          .fix("set runAsNonRoot: true")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_runAsNonRoot.go")
          .tools(kubeLinter("run-as-non-root"), polaris("runAsRootAllowed"))),
  /** The user is not root; any other number is fine, as files on a NAS are shared by small ones. */
  SEC_013(
      About.error("runAsUser is not 0")
          .because("root in a container is root for every hole of the kernel")
          .fix("take the user of the image")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_runAsUser.go")
          .tools(kubeScore("container-security-context-user-group-id"))),
  /** No group is that of root. */
  SEC_014(
      About.warning("runAsGroup, fsGroup and supplementalGroups are not 0")
          .because("files of root are readable by its group")
          .fix("take the group of the image")
          .source("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")),
  /** A seccomp profile is set. */
  SEC_015(
      About.error("the seccomp profile is RuntimeDefault or Localhost")
          .because("all calls of the kernel are open to the container")
          .fix("set seccompProfile.type: RuntimeDefault")
          .source(
              "kubernetes/pod-security-admission@8f84a87:policy/check_seccompProfile_restricted.go")
          .tools(kubeScore("container-seccomp-profile"), polaris("linuxHardening"))),
  /** The AppArmor profile is not switched off. */
  SEC_016(
      About.error("the AppArmor profile is unset, RuntimeDefault or Localhost")
          .because("the container runs without the confinement that its machine gives to others")
          .fix("remove appArmorProfile")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_appArmorProfile.go")),
  /** SELinux labels are those of containers. */
  SEC_017(
      About.error("SELinux options take a type of containers, and no user or role")
          .because("the container reaches files of the machine")
          .fix("remove seLinuxOptions")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_seLinuxOptions.go")),
  /** /proc is masked. */
  SEC_018(
      About.error("procMount is Default")
          .because("the container reads and sets what the kernel shows in /proc")
          .fix("remove procMount")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_procMount_restricted.go")
          .tools(kubeLinter("unsafe-proc-mount"), polaris("procMount"))),
  /** Only safe kernel parameters are set. */
  SEC_019(
      About.error(
              "pods set only those kernel parameters that the version of Kubernetes takes for safe")
          .because("others act on the whole machine, and kubelets refuse them")
          .fix("remove it, or set it on the machine")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_sysctls.go")
          .tools(kubeLinter("unsafe-sysctls"))),
  /**
   * Volumes are of the types of the restricted level. Folders of the machine are {@link #SEC_005}.
   */
  SEC_020(
      About.error(
              "volumes are ConfigMaps, Secrets, claims, emptyDirs and the other types of the restricted level")
          .because("others, as nfs or rbd, are mounted with rights that no claim checked")
          .fix("take a PersistentVolumeClaim")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_restrictedVolumes.go")),
  /** Probes and hooks ask the pod itself; judged from Kubernetes 1.34 on. */
  SEC_021(
      About.error("probes and lifecycle hooks name no host")
          .because("the kubelet asks any address in its network on behalf of the pod")
          .fix("remove host")
          .source(
              "kubernetes/pod-security-admission@8f84a87:policy/check_hostProbesAndhostLifecycle.go")),
  /** The root file system is read-only. */
  SEC_022(
      About.warning("containers set readOnlyRootFilesystem to true")
          .because("an intruder can leave programs there")
          .fix("set readOnlyRootFilesystem: true, and mount an emptyDir where it writes")
          .source("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .tools(
              kubeLinter("no-read-only-root-fs"),
              kubeScore("container-security-context-readonlyrootfilesystem"),
              polaris("notReadOnlyRootFilesystem"))),
  /** No process runs on a Windows machine itself. */
  SEC_023(
      About.error("no Windows container is a process of its machine")
          .because("it has all rights of the machine")
          .fix("remove hostProcess")
          .source("kubernetes/pod-security-admission@8f84a87:policy/check_windowsHostProcess.go")
          .tools(polaris("hostProcess"))),
  /**
   * Namespaces enforce a level, and what runs in them keeps it, exempted or not: the API server
   * knows no exemptions.
   */
  SEC_024(
      About.error("each namespace enforces a Pod Security level, and its pods keep it")
          .because("the API server refuses the pods at run time")
          .fix("give the component the podSecurity that it needs, or confine it")
          .source("https://kubernetes.io/docs/concepts/security/pod-security-admission/"));

  private final About about;

  PodRule(About about) {
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

package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Workshop.inMachine;
import static io.github.homelab4j.example.mistakes.Workshop.said;
import static io.github.homelab4j.example.mistakes.Workshop.with;

import io.github.homelab4j.rule.PodRule;
import java.util.List;

/** Mistakes in what pods may do. */
final class PodMistakes {
  private static final String CONTAINER = "            allowPrivilegeEscalation: false\n";
  private static final String POD = "        fsGroup: 1000\n";
  private static final String PRESS = "Deployment works/press";
  private static final String IN_PRESS = "container press of Deployment works/press ";

  static final List<Mistake> ALL =
      List.of(
          container(
              PodRule.SEC_001,
              "privileged: true",
              "is privileged: remove privileged, and add the capability that is needed"),
          host(PodRule.SEC_002, "hostNetwork", "uses the network of its machine"),
          host(PodRule.SEC_003, "hostPID", "sees the processes of its machine"),
          host(PodRule.SEC_004, "hostIPC", "shares memory with its machine"),
          with(
              PodRule.SEC_005,
              "emptyDir:\n            sizeLimit: 64Mi",
              "hostPath:\n            path: /srv/paper",
              PRESS + " mounts /srv/paper: take a PersistentVolumeClaim or an emptyDir"),
          inMachine(
              PodRule.SEC_006,
              "readOnly: true",
              "readOnly: false",
              "container watcher of DaemonSet machine/watcher writes to /var/log: set readOnly: true"),
          inMachine(
              PodRule.SEC_007,
              "path: /var/log\n---",
              "path: /run/containerd/containerd.sock\n---",
              "DaemonSet machine/watcher mounts /run/containerd/containerd.sock: ask the Kubernetes API instead"),
          with(
              PodRule.SEC_008,
              "containerPort: 8080\n",
              "containerPort: 8080\n              hostPort: 8080\n",
              IN_PRESS + "takes port 8080 of its machine: expose a Service instead of hostPort"),
          with(
              PodRule.SEC_009,
              "drop:\n                - ALL\n",
              "drop:\n                - ALL\n              add:\n                - NET_ADMIN\n",
              IN_PRESS + "adds NET_ADMIN: remove it from capabilities.add"),
          with(
              PodRule.SEC_010,
              "drop:\n                - ALL",
              "drop:\n                - KILL",
              IN_PRESS + "keeps capabilities: set capabilities.drop to ALL"),
          with(
              PodRule.SEC_011,
              "allowPrivilegeEscalation: false",
              "allowPrivilegeEscalation: true",
              IN_PRESS + "may gain rights: set allowPrivilegeEscalation: false"),
          with(
              PodRule.SEC_012,
              "runAsNonRoot: true",
              "runAsNonRoot: false",
              IN_PRESS + "may run as root: set runAsNonRoot: true"),
          with(
              PodRule.SEC_013,
              "runAsUser: 1000",
              "runAsUser: 0",
              IN_PRESS + "runs as user 0: take the user of the image"),
          with(
              PodRule.SEC_014,
              "fsGroup: 1000",
              "fsGroup: 0",
              PRESS + " has group 0: take the group of the image"),
          with(
              PodRule.SEC_015,
              "type: RuntimeDefault",
              "type: Unconfined",
              IN_PRESS + "switches seccomp off: set seccompProfile.type: RuntimeDefault"),
          container(
              PodRule.SEC_016,
              "appArmorProfile: {type: Unconfined}",
              "switches AppArmor off: remove appArmorProfile"),
          container(
              PodRule.SEC_017,
              "seLinuxOptions: {role: sysadm_r}",
              "has SELinux options of its own: remove seLinuxOptions"),
          container(PodRule.SEC_018, "procMount: Unmasked", "sees all of /proc: remove procMount"),
          with(
              PodRule.SEC_019,
              POD,
              POD + "        sysctls: [{name: net.ipv4.ip_forward, value: \"1\"}]\n",
              PRESS + " sets net.ipv4.ip_forward: remove it, or set it on the machine"),
          with(
              PodRule.SEC_020,
              "emptyDir:\n            sizeLimit: 64Mi",
              "nfs: {server: nas, path: /paper}",
              PRESS + " has volumes of other types: tmp: take a PersistentVolumeClaim"),
          with(
              PodRule.SEC_021,
              "path: /ready\n",
              "path: /ready\n              host: localhost\n",
              IN_PRESS + "has a readinessProbe that asks localhost: remove host"),
          with(
              PodRule.SEC_022,
              "readOnlyRootFilesystem: true",
              "readOnlyRootFilesystem: false",
              IN_PRESS
                  + "writes to its root file system: set readOnlyRootFilesystem: true, and mount an emptyDir where it writes"),
          container(
              PodRule.SEC_023,
              "windowsOptions: {hostProcess: true}",
              "is a process of its machine: remove hostProcess"),
          said(
              PodRule.SEC_024,
              CONTAINER,
              CONTAINER + "            privileged: true\n",
              works -> works.exempt(PodRule.SEC_001, "it has to be tried"),
              PRESS
                  + " breaks privileged, which the level restricted of namespace works asks for: give the component the podSecurity that it needs, or confine it"));

  private PodMistakes() {}

  private static Mistake container(PodRule rule, String field, String message) {
    return with(rule, CONTAINER, CONTAINER + "            " + field + "\n", IN_PRESS + message);
  }

  private static Mistake host(PodRule rule, String field, String message) {
    return with(
        rule,
        "      hostNetwork: false\n",
        "      %s: true\n".formatted(field),
        "%s %s: remove %s".formatted(PRESS, message, field));
  }
}

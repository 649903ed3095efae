package io.github.homelab4j.networking;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the chart of {@link Cilium} runs on each machine. */
final class CiliumNodes {
  private static final String CONTEXT = "/securityContext";
  private static final String SELINUX = "{level: s0, type: spc_t}";
  private static final String UNCONFINED =
      "{appArmorProfile: {type: Unconfined}, seccompProfile: {type: Unconfined}}";
  private static final String ENVOY_SOCKETS = "envoy-sockets";
  private static final String NAMESPACES = "[SYS_ADMIN, SYS_CHROOT, SYS_PTRACE]";
  private static final String AGENT =
      "[CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_MODULE, SYS_ADMIN, SYS_RESOURCE,"
          + " DAC_OVERRIDE, FOWNER, SETGID, SETUID, SYSLOG]";
  private static final String CNI =
      "{requests: {cpu: 100m, memory: 10Mi}, limits: {cpu: 1, memory: 1Gi}}";

  private CiliumNodes() {}

  static List<ChartWorkload> of(String namespace, CiliumProps props) {
    var agent = agent(namespace, props.nodes().talos());
    return props.envoy()
        ? List.of(agent.hostPath(ENVOY_SOCKETS, "/var/run/cilium/envoy/sockets"), envoy(namespace))
        : List.of(agent);
  }

  /** An affinity that keeps pods with a label on different machines. */
  static String apart(String label, String value) {
    return "{podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey:"
        + " kubernetes.io/hostname, labelSelector: {matchLabels: {%s: %s}}}]}}"
            .formatted(label, value);
  }

  private static ChartWorkload agent(String namespace, boolean talos) {
    return node("cilium", namespace, "cilium-agent/daemonset.yaml")
        .labelled(Map.of("k8s-app", "cilium"))
        .security("podSecurityContext", UNCONFINED)
        .priority("priorityClassName", "system-node-critical")
        .told("/affinity", "affinity", apart("k8s-app", "cilium"))
        .hostPath("cilium-run", "/var/run/cilium")
        .hostPath("cilium-netns", "/var/run/netns")
        .hostPath("bpf-maps", "/sys/fs/bpf")
        .hostPath("hostproc", "/proc")
        .hostPath("cilium-cgroup", "cgroup.hostRoot", "/run/cilium/cgroupv2")
        .hostPath("cni-path", "/opt/cni/bin")
        .hostPath("etc-cni-netd", "/etc/cni/net.d")
        .hostPath("lib-modules", "/lib/modules")
        .hostPath("xtables-lock", "/run/xtables.lock")
        .hostPath("host-proc-sys-net", "/proc/sys/net")
        .hostPath("host-proc-sys-kernel", "/proc/sys/kernel")
        .with(preparing(talos).toArray(ChartContainer[]::new))
        .with(
            capable(
                    ChartContainer.of("cilium-agent").resources("resources"),
                    "",
                    "ciliumAgent",
                    AGENT)
                .alive()
                .ready());
  }

  // The agent's image does it all, one right at a time.
  private static List<ChartContainer> preparing(boolean talos) {
    var all = new ArrayList<ChartContainer>();
    all.add(first("config").security("{capabilities: {add: [NET_ADMIN], drop: [ALL]}}"));
    if (!talos) {
      all.add(capable(first("mount-cgroup"), "", "mountCgroup", NAMESPACES));
    }
    all.add(capable(first("apply-sysctl-overwrites"), "", "applySysctlOverwrites", NAMESPACES));
    all.add(first("mount-bpf-fs").security("{privileged: true}"));
    all.add(
        capable(
            first("clean-cilium-state"),
            "",
            "cleanCiliumState",
            "[NET_ADMIN, SYS_MODULE, SYS_ADMIN, SYS_RESOURCE]"));
    all.add(
        ChartContainer.first("install-cni-binaries")
            .resources("cni.resources", CNI)
            .security("{seLinuxOptions: %s, capabilities: {drop: [ALL]}}".formatted(SELINUX)));
    return all;
  }

  private static ChartWorkload envoy(String namespace) {
    return node("cilium-envoy", namespace, "cilium-envoy/daemonset.yaml")
        .labelled(Map.of("k8s-app", "cilium-envoy"))
        .security("envoy.podSecurityContext", "{appArmorProfile: {type: Unconfined}}")
        .priority("envoy.priorityClassName", "system-node-critical")
        .hostPath(ENVOY_SOCKETS, "/var/run/cilium/envoy/sockets")
        .hostPath("envoy-artifacts", "/var/run/cilium/envoy/artifacts")
        .hostPath("bpf-maps", "/sys/fs/bpf")
        .with(
            capable(
                    ChartContainer.of("cilium-envoy").resources("envoy.resources"),
                    "envoy.",
                    "envoy",
                    "[NET_ADMIN, SYS_ADMIN]")
                .alive()
                .ready());
  }

  private static ChartWorkload node(String name, String namespace, String file) {
    return ChartWorkload.of("DaemonSet", name, namespace, CiliumFacts.TEMPLATES + file)
        .hostNetwork();
  }

  private static ChartContainer first(String name) {
    return ChartContainer.first(name).resources("initResources");
  }

  private static ChartContainer capable(
      ChartContainer container, String values, String list, String otherwise) {
    var context = values + "securityContext.";
    return container
        .security("{}")
        .told(CONTEXT + "/seLinuxOptions", context + "seLinuxOptions", SELINUX)
        .told(CONTEXT + "/capabilities/add", context + "capabilities." + list, otherwise)
        .fixed(CONTEXT + "/capabilities/drop", "[ALL]");
  }
}

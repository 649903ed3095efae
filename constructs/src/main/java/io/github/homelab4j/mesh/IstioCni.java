package io.github.homelab4j.mesh;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.PodMonitors;
import io.github.homelab4j.rule.PodRule;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Istio's network plugin: on each machine, it leads the traffic of meshed pods through their
 * proxies, so that no pod needs the right to change routes. It is called after the plugin of the
 * cluster's network, which must let others stand beside it: {@code CiliumProps.istio}.
 *
 * <p>Provides {@link #plugin()}.
 */
@ComponentInfo(
    name = "istio-cni",
    domain = Domain.MESH,
    upstream = "https://istio.io/latest/docs/setup/additional-setup/cni/",
    namespace = "istio-cni",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com")
public final class IstioCni extends HelmComponent {
  private static final String SOURCE =
      "istio/istio@1.30.3:manifests/charts/istio-cni/templates/daemonset.yaml";
  private static final String NAME = "istio-cni-node";
  private static final Map<String, String> PODS = Map.of("k8s-app", NAME);
  private static final String RESOURCES = "{requests: {cpu: 100m, memory: 100Mi}}";
  private static final String CONTEXT =
      "{privileged: false, runAsGroup: 0, runAsUser: 0, runAsNonRoot: false, capabilities: {drop:"
          + " [ALL], add: [NET_ADMIN, NET_RAW, SYS_PTRACE, SYS_ADMIN, DAC_OVERRIDE]}}";

  private final IstioCniProps props;

  /** Stores its settings. */
  public IstioCni(Construct scope, String id, IstioCniProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** What meshed pods need before they start. */
  public OperatorRef plugin() {
    return OperatorRef.providedBy(this);
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_005, "it puts its plugin where the kubelet looks for plugins of networks"),
        Exemption.of(PodRule.SEC_006, "it puts its plugin and its socket there"),
        Exemption.of(PodRule.SEC_009, "it enters the networks of pods and changes their routes"),
        Exemption.of(PodRule.SEC_010, "folders and networks of the machine belong to others"),
        Exemption.of(PodRule.SEC_011, "upstream leaves it unset, as it has those rights already"),
        Exemption.of(PodRule.SEC_012, "the folders that it writes to belong to root"),
        Exemption.of(PodRule.SEC_013, "the folders that it writes to belong to root"),
        Exemption.of(PodRule.SEC_014, "the folders that it writes to belong to root"),
        Exemption.of(PodRule.SEC_022, "upstream made it write to its own file system"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("DaemonSet", NAME, SOURCE)
            .labelled(PODS)
            .affinity("affinity")
            .fixed("/priorityClassName", "system-node-critical")
            .hostPath("cni-bin-dir", "cniBinDir", "/opt/cni/bin")
            .hostPath("cni-host-procfs", "/proc")
            .hostPath("cni-net-dir", "cniConfDir", "/etc/cni/net.d")
            .hostPath("cni-socket-dir", "/var/run/istio-cni")
            .hostPath("cni-netns-dir", "cniNetnsDir", "/var/run/netns")
            .with(
                ChartContainer.of("install-cni")
                    .resources("resources", RESOURCES)
                    .security(CONTEXT)
                    .told("/securityContext/seccompProfile", "seccompProfile", "{}")
                    .mounts("cni-bin-dir", false)
                    .mounts("cni-host-procfs", true)
                    .mounts("cni-net-dir", false)
                    .mounts("cni-socket-dir", false)
                    .port("metrics", 15014)
                    .ready()));
  }

  @Override
  protected Values values() {
    return new Values(props.resources(), Confined.RUNTIME_DEFAULT);
  }

  @Override
  protected void define(Resources out) {
    if (props.metrics()) {
      out.add(PodMonitors.of(NAME, targetNamespace(), PODS, "metrics"));
    }
  }

  record Values(Compute resources, Confined seccompProfile) {}

  record Confined(String type) {
    static final Confined RUNTIME_DEFAULT = new Confined("RuntimeDefault");
  }
}

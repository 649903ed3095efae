package io.github.homelab4j.hosts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first document of a machine configuration says of the machine.
 *
 * @see <a
 *     href="https://docs.siderolabs.com/talos/v1.12/reference/configuration/v1alpha1/config">Config</a>
 */
record TalosMachine(
    String type,
    Kubelet kubelet,
    Install install,
    List<File> files,
    Map<String, String> sysctls,
    Features features,
    Optional<Kernel> kernel,
    Map<String, TalosDelete> nodeLabels) {
  // Talos puts it on control-plane machines; load balancers then leave the machine out.
  private static final String EXCLUDED = "node.kubernetes.io/exclude-from-external-load-balancers";

  static TalosMachine of(TalosMachinesProps props, NodePlan node) {
    var talos = props.talos();
    return new TalosMachine(
        type(node),
        Kubelet.of(props),
        new Install(
            TalosDisks.system(node).path(), TalosSchematic.of(talos).installer(talos), false),
        props.sharedImages() ? List.of(File.keepingLayers()) : List.of(),
        talos.sysctls(),
        new Features(
            new KubePrism(true, talos.kubePrism().number()), new HostDns(true, !props.ownDns())),
        talos.kernelModules().isEmpty()
            ? Optional.empty()
            : Optional.of(new Kernel(talos.kernelModules().stream().map(Module::new).toList())),
        node.controlPlane() && talos.workloadsOnControlPlane()
            ? Map.of(EXCLUDED, TalosDelete.IT)
            : Map.of());
  }

  /** What Talos calls the machine's part in the cluster. */
  static String type(NodePlan node) {
    return node.controlPlane() ? "controlplane" : "worker";
  }

  /** Networks to take a machine's address from; the shared address is nobody's own. */
  static List<String> ownAddresses(TalosMachinesProps props) {
    var subnets =
        new ArrayList<>(props.plan().nodeNetwork().ranges().stream().map(Cidr::text).toList());
    subnets.add("!" + props.plan().apiEndpoint().host().text());
    return List.copyOf(subnets);
  }

  record Kubelet(String image, List<Ip> clusterDNS, NodeIp nodeIP) {
    static Kubelet of(TalosMachinesProps props) {
      return new Kubelet(
          "ghcr.io/siderolabs/kubelet:v" + TalosCluster.kubernetes(props),
          List.of(props.plan().dnsAddress()),
          new NodeIp(ownAddresses(props)));
    }
  }

  record NodeIp(List<String> validSubnets) {}

  record Install(String disk, String image, boolean wipe) {}

  record File(String path, String op, String content) {
    // Talos merges this part into containerd's configuration.
    static File keepingLayers() {
      return new File(
          "/etc/cri/conf.d/20-customization.part",
          "create",
          """
          [plugins."io.containerd.cri.v1.images"]
            discard_unpacked_layers = false
          """);
    }
  }

  record Features(KubePrism kubePrism, HostDns hostDNS) {}

  record KubePrism(boolean enabled, int port) {}

  // Cluster DNS of ours asks the plan's resolvers itself, not the cache of its machine.
  record HostDns(boolean enabled, boolean forwardKubeDNSToHost) {}

  record Kernel(List<Module> modules) {}

  record Module(@JsonProperty("name") String name) {}
}

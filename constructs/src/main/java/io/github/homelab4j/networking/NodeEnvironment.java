package io.github.homelab4j.networking;

import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.TalosPlan;
import io.github.homelab4j.unit.Port;

/**
 * What Cilium's agents find on the nodes.
 *
 * @param apiHost where an agent reaches the Kubernetes API without any Service
 * @param apiPort its port
 * @param talos whether Talos runs on the nodes: it mounts the cgroup file system itself and lets no
 *     pod load kernel modules
 */
public record NodeEnvironment(String apiHost, Port apiPort, boolean talos) {
  /**
   * Talos with KubePrism, its load balancer for the Kubernetes API on each node.
   *
   * @see <a href="https://docs.siderolabs.com/kubernetes-guides/cni/deploying-cilium">Deploying
   *     Cilium on Talos</a>
   */
  public static NodeEnvironment onTalos(TalosPlan plan) {
    return new NodeEnvironment("localhost", plan.kubePrism(), true);
  }

  /** Another distribution, whose Kubernetes API is reached at an address. */
  public static NodeEnvironment withApi(Ip address, Port port) {
    return new NodeEnvironment(address.text(), port, false);
  }
}

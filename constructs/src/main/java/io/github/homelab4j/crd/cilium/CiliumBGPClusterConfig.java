package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.plan.Ip;
import java.util.List;

/**
 * The BGP routers that run on the nodes of a cluster, and whom they peer with.
 *
 * @see <a
 *     href="https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/">BGP
 *     control plane resources</a>
 */
@Group("cilium.io")
@Version("v2")
@Kind("CiliumBGPClusterConfig")
public final class CiliumBGPClusterConfig extends CustomResource<CiliumBGPClusterConfig.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumBGPClusterConfig(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** One router per instance on every node. */
  public record Spec(List<Instance> bgpInstances) {}

  /** A router with its own autonomous system. */
  public record Instance(String name, long localASN, List<Peer> peers) {}

  /** A neighbour, and the settings of the session with it. */
  public record Peer(String name, Ip peerAddress, long peerASN, PeerConfigRef peerConfigRef) {}

  /** A {@link CiliumBGPPeerConfig} by its name. */
  public record PeerConfigRef(String name) {}
}

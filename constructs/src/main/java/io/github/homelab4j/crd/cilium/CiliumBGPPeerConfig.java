package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import java.util.List;
import java.util.Optional;

/**
 * Settings of BGP sessions, shared by the peers that name it.
 *
 * @see <a
 *     href="https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/#bgp-peer-configuration">BGP
 *     peer configuration</a>
 */
@Group("cilium.io")
@Version("v2")
@Kind("CiliumBGPPeerConfig")
public final class CiliumBGPPeerConfig extends CustomResource<CiliumBGPPeerConfig.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumBGPPeerConfig(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The session. */
  public record Spec(
      Timers timers,
      Optional<Integer> ebgpMultihop,
      Optional<String> authSecretRef,
      GracefulRestart gracefulRestart,
      List<Family> families) {}

  /** When a neighbour counts as gone, in seconds. */
  public record Timers(
      int connectRetryTimeSeconds, int holdTimeSeconds, int keepAliveTimeSeconds) {}

  /** Whether the neighbour keeps routes while the agent restarts, and for how many seconds. */
  public record GracefulRestart(boolean enabled, int restartTimeSeconds) {}

  /** An address family, and which {@link CiliumBGPAdvertisement}s go out in it. */
  public record Family(String afi, String safi, LabelSelector advertisements) {}
}

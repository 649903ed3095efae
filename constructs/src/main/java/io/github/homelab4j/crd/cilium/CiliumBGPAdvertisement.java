package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import java.util.List;

/**
 * What is announced by BGP. Peers find it by its labels.
 *
 * @see <a
 *     href="https://docs.cilium.io/en/stable/network/bgp-control-plane/bgp-control-plane-configuration/#bgp-advertisements">BGP
 *     advertisements</a>
 */
@Group("cilium.io")
@Version("v2")
@Kind("CiliumBGPAdvertisement")
public final class CiliumBGPAdvertisement extends CustomResource<CiliumBGPAdvertisement.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumBGPAdvertisement(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** What is announced. */
  public record Spec(List<Advertisement> advertisements) {}

  /** Addresses of the Services that a selector finds; without a selector it finds none. */
  public record Advertisement(String advertisementType, Service service, LabelSelector selector) {}

  /** Which of a Service's addresses, as {@code LoadBalancerIP}. */
  public record Service(List<String> addresses) {}
}

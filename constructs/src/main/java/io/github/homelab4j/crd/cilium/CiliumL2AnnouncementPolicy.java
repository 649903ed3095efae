package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import java.util.List;

/**
 * Addresses of Services that one node at a time answers ARP requests for.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/l2-announcements/">L2 announcements</a>
 */
@Group("cilium.io")
@Version("v2alpha1")
@Kind("CiliumL2AnnouncementPolicy")
public final class CiliumL2AnnouncementPolicy
    extends CustomResource<CiliumL2AnnouncementPolicy.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumL2AnnouncementPolicy(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * All Services, from all nodes.
   *
   * @param loadBalancerIPs whether addresses of Services of type LoadBalancer are announced
   * @param interfaces regular expressions of the interfaces to answer on
   */
  public record Spec(boolean loadBalancerIPs, List<String> interfaces) {}
}

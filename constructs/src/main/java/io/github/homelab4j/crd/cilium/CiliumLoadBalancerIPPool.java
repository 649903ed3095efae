package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.plan.Ip;
import java.util.List;

/**
 * Addresses for Services of type LoadBalancer.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/lb-ipam/">LoadBalancer IP address
 *     management</a>
 */
@Group("cilium.io")
@Version("v2")
@Kind("CiliumLoadBalancerIPPool")
public final class CiliumLoadBalancerIPPool extends CustomResource<CiliumLoadBalancerIPPool.Spec> {
  /** The annotation by which a Service asks for an address of a pool. */
  public static final String ADDRESS_ANNOTATION = "lbipam.cilium.io/ips";

  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumLoadBalancerIPPool(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The addresses. */
  public record Spec(List<Block> blocks) {}

  /** From one address to another, both included. */
  public record Block(Ip start, Ip stop) {}
}

package io.github.homelab4j.networking;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.crd.cilium.CiliumL2AnnouncementPolicy;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import java.util.ArrayList;
import java.util.List;

/** How a cluster's load-balancer addresses are given out and found: pools, ARP and BGP. */
final class CiliumAddresses {
  private static final String NAME = "load-balancers";

  private CiliumAddresses() {}

  static List<HasMetadata> of(CiliumProps props) {
    var out = new ArrayList<HasMetadata>();
    var pools = props.plan().pools();
    if (!pools.isEmpty()) {
      out.add(
          new CiliumLoadBalancerIPPool(
              Meta.clusterScoped(NAME),
              new CiliumLoadBalancerIPPool.Spec(
                  pools.stream()
                      .map(LoadBalancerPool::range)
                      .map(CiliumAddresses::block)
                      .toList())));
    }
    if (!props.l2Interfaces().isEmpty()) {
      out.add(
          new CiliumL2AnnouncementPolicy(
              Meta.clusterScoped(NAME),
              new CiliumL2AnnouncementPolicy.Spec(true, props.l2Interfaces())));
    }
    props.plan().bgp().ifPresent(bgp -> out.addAll(CiliumBgp.of(props.plan(), bgp)));
    return out;
  }

  private static CiliumLoadBalancerIPPool.Block block(IpRange range) {
    return new CiliumLoadBalancerIPPool.Block(range.first(), range.last());
  }
}

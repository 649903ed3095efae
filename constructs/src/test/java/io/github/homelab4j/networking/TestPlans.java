package io.github.homelab4j.networking;

import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.TalosPlan;
import io.github.homelab4j.unit.Version;
import java.util.List;
import java.util.Optional;

/** Clusters to test with: one of a mesh with BGP, one that stands alone. */
final class TestPlans {
  static final TalosPlan TALOS =
      TalosPlan.builder().version(Version.of("v1.12.1")).networkInterface("enp1s0").build();
  private static final Network LAN = Network.lan("lan", "10.9.0.0/24");

  private TestPlans() {}

  static ClusterPlan meshed() {
    var pool = LAN.pool("east", "10.9.0.200", "10.9.0.249");
    return plan("east", pool)
        .nativeRouting(Cidr.of("10.244.0.0/14"))
        .bgp(new BgpPlan(64513, List.of(new BgpPeer("router", Ip.of("10.9.0.1"), 64512))))
        .mesh(new MeshPlan("east", 1, pool.reserve("clustermesh", "10.9.0.248")))
        .build();
  }

  static ClusterPlan alone() {
    return plan("alone", new LoadBalancerPool("alone", IpRange.of("10.9.1.10", "10.9.1.20")))
        .bgp(Optional.empty())
        .build();
  }

  static ClusterPlan peering(BgpPeer... peers) {
    return plan("east", new LoadBalancerPool("east", IpRange.of("10.9.1.10", "10.9.1.20")))
        .bgp(new BgpPlan(64513, List.of(peers)))
        .build();
  }

  static ClusterPlan.Builder dual() {
    return plan("dual", new LoadBalancerPool("dual", IpRange.of("10.9.1.10", "10.9.1.20")))
        .podsV6(Cidr.of("fd00:244::/56"))
        .servicesV6(Cidr.of("fd00:245::/112"));
  }

  /** Two small machines with K3s, whose load-balancer addresses lie among theirs. */
  static ClusterPlan k3s() {
    return plan("k3s", LAN.pool("k3s", "10.9.0.65", "10.9.0.67"), "10.9.0.12")
        .addNodes(
            NodePlan.controlPlane("node2", "10.9.0.12"), NodePlan.worker("node3", "10.9.0.13"))
        .build();
  }

  static MeshPlan west() {
    var pool = new LoadBalancerPool("west", IpRange.of("10.9.0.100", "10.9.0.149"));
    return new MeshPlan("west", 2, pool.reserve("clustermesh", "10.9.0.148"));
  }

  private static ClusterPlan.Builder plan(String name, LoadBalancerPool pool) {
    return plan(name, pool, "10.9.0.9");
  }

  private static ClusterPlan.Builder plan(String name, LoadBalancerPool pool, String api) {
    var builder = ClusterPlan.builder();
    builder
        .name(name)
        .purpose("a cluster to test with")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(LAN)
        .pods(Cidr.of("10.244.0.0/16"))
        .services(Cidr.of("10.245.0.0/16"))
        .apiEndpoint(Ip.of(api))
        .addPools(pool);
    return builder;
  }
}

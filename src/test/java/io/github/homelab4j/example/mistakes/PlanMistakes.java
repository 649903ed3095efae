package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.rule.PlanRule;
import java.util.List;
import java.util.function.Supplier;

/** Mistakes in the plan. */
final class PlanMistakes {
  /** The line that makes the house's part of the plan. */
  private static final String HOUSE = "house = change.apply(house()).build()";

  private static final String SHED = "shed = shed().build()";

  static final List<Mistake> ALL =
      List.of(
          // Ranges.
          mistake(
              PlanRule.RANGES_OVERLAP,
              "shed",
              SHED,
              "shed pods (10.44.0.0/16) and house pods (10.44.128.0/17) share addresses: move one of them",
              () -> PlanChanges.pods("10.44.128.0/17")),
          mistake(
              PlanRule.RANGES_OVERLAP,
              "house",
              HOUSE,
              "house pods (10.42.0.0/16, K3s's default for pods) and network nebula (10.42.0.0/16, K3s's default for pods) share addresses: move one of them",
              () -> PlanChanges.overlay("10.42.0.0/16")),
          mistake(
              PlanRule.RANGES_OVERLAP,
              "house",
              HOUSE,
              "house Services (172.17.0.0/16, Docker's default) and network docker (172.17.0.0/16, Docker's default) share addresses: move one of them",
              () -> PlanChanges.services("172.17.0.0/16")),
          mistake(
              PlanRule.RANGES_OVERLAP,
              "house",
              "new LoadBalancerPool(\"house\"",
              "pool house (192.0.2.100-192.0.2.119) and network lan (192.0.2.0/24) share addresses: make the pool with the network's pool(…) when it is meant to lie in it, or move one of them",
              () ->
                  PlanChanges.pool(
                      lan ->
                          new LoadBalancerPool("house", IpRange.of("192.0.2.100", "192.0.2.119")))),
          mistake(
              PlanRule.RANGE_NOT_INSIDE,
              "sound",
              ".build();",
              "DHCP gives out 192.0.3.200-192.0.3.240, which is not a part of network lan (192.0.2.0/24): correct one of them",
              () -> PlanChanges.lan("192.0.2.1", IpRange.of("192.0.3.200", "192.0.3.240"))),
          mistake(
              PlanRule.RANGE_NOT_INSIDE,
              "sound",
              ".build();",
              "the gateway 192.0.3.1 is not in network lan (192.0.2.0/24), so nobody there reaches it: correct one of them",
              () -> PlanChanges.lan("192.0.3.1", IpRange.of("192.0.2.200", "192.0.2.240"))),
          mistake(
              PlanRule.SERVICE_RANGE_SIZE,
              "house",
              HOUSE,
              "the Services' range 10.43.0.0/29 has prefix 29: take one from /12 to /28",
              () -> PlanChanges.services("10.43.0.0/29")),
          mistake(
              PlanRule.POD_RANGE_SIZE,
              "house",
              HOUSE,
              "the pods' range 10.42.0.0/23 has room for 2 nodes of a /24 each, and there are 4: widen it",
              () -> PlanChanges.pods("10.42.0.0/23")),
          mistake(
              PlanRule.FAMILIES_DIFFER,
              "house",
              HOUSE,
              "pods have 10.42.0.0/16 and Services 10.43.0.0/16 and fd00:43::/112: give both the same families",
              () -> new SoundPlan(house -> house.servicesV6(Cidr.of("fd00:43::/112")))),

          // Addresses.
          mistake(
              PlanRule.ADDRESS_TWICE,
              "shed",
              SHED,
              "192.0.2.21 is given to node shed-1 and to node house-4 of cluster house: take another for one of them",
              () -> PlanChanges.lastNode(NodePlan.worker("house-4", "192.0.2.21"))),
          mistake(
              PlanRule.ADDRESS_UNUSABLE,
              "sound",
              ".build();",
              "192.0.2.255 of host nas is the first or last address of network lan (192.0.2.0/24), which no host can have: take one in between",
              () -> PlanChanges.nas("nas", "192.0.2.255")),
          mistake(
              PlanRule.ADDRESS_OUTSIDE_NETWORKS,
              "sound",
              ".build();",
              "192.168.7.30 of host nas is in no network of the plan: correct it, or add its network to networks()",
              () -> PlanChanges.nas("nas", "192.168.7.30")),
          mistake(
              PlanRule.API_OUTSIDE_NETWORK,
              "house",
              HOUSE,
              "the Kubernetes API's address 192.0.3.9 is not in the machines' network 192.0.2.0/24, where they take it over from each other: take one of it",
              () -> PlanChanges.api("192.0.3.9")),
          mistake(
              PlanRule.API_ON_ONE_NODE,
              "house",
              HOUSE,
              "the Kubernetes API's address 192.0.2.11 belongs to one of 3 control-plane nodes and is gone with it: take a free one",
              () -> PlanChanges.api("192.0.2.11")),
          mistake(
              PlanRule.API_ON_WORKER,
              "house",
              HOUSE,
              "the Kubernetes API's address 192.0.2.14 is that of house-4, which runs no control plane: take that of one that does, or a free one",
              () -> PlanChanges.api("192.0.2.14")),
          mistake(
              PlanRule.DHCP_TAKES_ADDRESS,
              "sound",
              "lan = lan()",
              "DHCP of network lan gives out 192.0.2.200-192.0.2.240, which holds 192.0.2.205 of host nas: shrink it or move the address",
              () -> PlanChanges.nas("nas", "192.0.2.205")),
          mistake(
              PlanRule.DHCP_TAKES_ADDRESS,
              "sound",
              ".build();",
              "DHCP of network lan gives out 192.0.2.150-192.0.2.199, and pool shed (192.0.2.140-192.0.2.159) shares addresses with it: separate them",
              () -> PlanChanges.lan("192.0.2.1", IpRange.of("192.0.2.150", "192.0.2.199"))),

          // Pools.
          mistake(
              PlanRule.POOL_TAKES_ADDRESS,
              "house",
              "housePool = housePool()",
              "pool house (192.0.2.100-192.0.2.119) holds 192.0.2.118 of host nas: shrink the pool or move the address",
              () -> PlanChanges.nas("nas", "192.0.2.118")),
          mistake(
              PlanRule.POOLS_OVERLAP,
              "shed",
              "lan.pool(\"shed\"",
              "pool shed (192.0.2.140-192.0.2.159) and pool house (192.0.2.100-192.0.2.140) share addresses, of which two Services could get the same: separate them",
              () -> PlanChanges.pool(lan -> lan.pool("house", "192.0.2.100", "192.0.2.140"))),
          mistake(
              PlanRule.POOL_UNREACHABLE,
              "house",
              "attic(lan).pool(\"house\"",
              "pool house lies in network attic (192.0.2.96/27), where no machine of cluster house is to answer for it: take addresses of network lan",
              () ->
                  PlanChanges.pool(
                      lan -> PlanChanges.attic(lan).pool("house", "192.0.2.100", "192.0.2.119"))),
          mistake(
              PlanRule.POOL_L2_V6,
              "house",
              "DUAL.pool(",
              "pool house-v6 (fd00:2::100-fd00:2::1ff) lies in the network of the machines, and Cilium answers for IPv4 only there: make it a pool of its own range, which BGP announces",
              PlanChanges::dual),
          mistake(
              PlanRule.LOCK_STALE,
              "house",
              "housePool.reserve(\"cache\")",
              "sound.lock.yaml has 192.0.2.200 for cache, which is not in pool house (192.0.2.100-192.0.2.119): remove that line, and a free address is taken",
              PlanChanges::stale),

          // The mesh.
          mistake(
              PlanRule.MESH_ID,
              "house",
              HOUSE,
              "mesh id 256 of cluster house is not from 1 to 255: take a free one",
              () -> PlanChanges.mesh("house", 256)),
          mistake(
              PlanRule.MESH_ID,
              "shed",
              SHED,
              "clusters house and shed both have mesh id 2: give one another, before it runs, for it cannot be changed later",
              () -> PlanChanges.mesh("house", 2)),
          mistake(
              PlanRule.MESH_NAME,
              "attic",
              ".build();",
              "mesh name 'default' of cluster attic is not one Cilium takes: use at most 32 lower-case letters, digits and hyphens, and not 'default'",
              () -> PlanChanges.third("default")),
          mistake(
              PlanRule.MESH_NAME,
              "attic",
              ".build();",
              "clusters shed and attic both are 'shed' in the mesh: give one another name",
              () -> PlanChanges.third("shed")),
          mistake(
              PlanRule.MESH_ROUTING,
              "house",
              HOUSE,
              "cluster house routes pods' packets natively and cluster shed in tunnels: set nativeRouting in both or in none",
              () -> PlanChanges.nativeRouting("10.40.0.0/13")),

          // BGP.
          mistake(
              PlanRule.BGP_ASN,
              "house",
              HOUSE,
              "AS 0 of cluster house is not from 1 to 4294967295: take one of 64512 to 65534",
              () -> PlanChanges.system(0)),
          mistake(
              PlanRule.BGP_ASN,
              "shed",
              SHED,
              "clusters house and shed both are AS 64514, so each drops the other's routes: give one another",
              () -> PlanChanges.system(64514)),
          mistake(
              PlanRule.BGP_TIMERS,
              "house",
              "BgpPeer.of(router)",
              "the hold time of the session with router is 2 seconds: take 3 or more",
              () -> PlanChanges.timers(2, 1)),
          mistake(
              PlanRule.BGP_TIMERS,
              "house",
              "BgpPeer.of(router)",
              "the session with router is kept alive every 30 seconds and given up after 9: take a third of the hold time, at least 1 second",
              () -> PlanChanges.timers(9, 30)),
          mistake(
              PlanRule.BGP_PEER_TWICE,
              "house",
              "BgpPeer.of(router)",
              "cluster house peers with router twice, the second time at 192.0.2.1: give each peer a name of its own",
              PlanChanges::peerTwice),
          mistake(
              PlanRule.BGP_PEER_OUTSIDE_NETWORK,
              "house",
              "new BgpPeer(\"core\"",
              "router core (198.51.100.1) is not in the machines' network 192.0.2.0/24: peer with its address there, or say with hops(…) how far away it is",
              PlanChanges::farPeer),
          mistake(
              PlanRule.BGP_ENDS_DISAGREE,
              "house",
              "new BgpPeer(\"router\"",
              "cluster house peers with router as AS 64511, and it is AS 64512: write the same in both, or make the peer with BgpPeer.of(…)",
              PlanChanges::otherSystem),
          mistake(
              PlanRule.BGP_ENDS_DISAGREE,
              "house",
              ".addAllNodes(nodes())",
              "router takes house-4 (192.0.2.14) for AS 64515, and cluster house is AS 64513: write the same in both",
              () -> PlanChanges.neighbour("house-4", "192.0.2.14", 64515)),
          mistake(
              PlanRule.BGP_ENDS_DISAGREE,
              "house",
              ".addAllNodes(nodes())",
              "router does not list house-4 (192.0.2.14, AS 64513) as a neighbour: add it, or leave its neighbours out",
              () -> PlanChanges.neighbour("house-3", "192.0.2.13", 64513)),

          // Overlays.
          mistake(
              PlanRule.LIGHTHOUSE_ADDRESS,
              "sound",
              "List.of(overlay())",
              "lighthouse far has the address 10.51.0.1, which is not in network nebula (10.50.0.0/16): give it one of the overlay",
              () -> PlanChanges.lighthouse("10.51.0.1", "far.example.net")),
          mistake(
              PlanRule.LIGHTHOUSE_ADDRESS,
              "sound",
              "List.of(overlay())",
              "lighthouse far is reached at 10.50.0.9, which is in network nebula (10.50.0.0/16), where nobody gets before having reached it: write its address outside",
              () -> PlanChanges.lighthouse("10.50.0.1", "10.50.0.9")),

          // Names.
          mistake(
              PlanRule.HOSTNAME_OUTSIDE_DOMAIN,
              "sound",
              "new DnsRecord(",
              "shop.example.com is not under the domain example.org: take a name below it",
              () -> PlanChanges.record("shop.example.com", "192.0.2.100")),
          mistake(
              PlanRule.HOSTNAME_TWICE,
              "sound",
              "new DnsRecord(",
              "shop.example.org leads to 192.0.2.100 and to 192.0.2.30: keep one",
              () -> PlanChanges.record("shop.example.org", "192.0.2.30")),
          mistake(
              PlanRule.HOSTNAME_TWICE,
              "sound",
              "List.of(router, nas())",
              "nas.lan.example.org leads to 192.0.2.100 and to 192.0.2.30: keep one",
              () -> PlanChanges.record("nas.lan.example.org", "192.0.2.100")),
          mistake(
              PlanRule.RECORD_TO_NOBODY,
              "sound",
              "new DnsRecord(",
              "wiki.example.org leads to 192.0.2.77, which the plan gives to nobody: reserve it, with reserve(…) of a pool for a Service",
              () -> PlanChanges.record("wiki.example.org", "192.0.2.77")),
          mistake(
              PlanRule.RECORD_ELSEWHERE,
              "sound",
              "new DnsRecord(",
              "shop.example.org leads to 192.0.2.119, and HTTPRoute shop/shop of house serves it at 192.0.2.100: correct the record, or attach it there",
              () -> PlanChanges.shopAt("192.0.2.119")),
          mistake(
              PlanRule.FORWARD_TO_NOBODY,
              "sound",
              "PortForward.tcp(",
              "router:80/tcp leads to 192.0.2.77, which the plan gives to nobody: reserve it, with reserve(…) of a pool for a Service",
              () -> PlanChanges.forward(80, "192.0.2.77", 80)),
          mistake(
              PlanRule.FORWARD_TWICE,
              "sound",
              "PortForward.tcp(",
              "router:443/tcp leads to 192.0.2.100:443 (https) and to 192.0.2.30:2049 (other): keep one",
              () -> PlanChanges.forward(443, "192.0.2.30", 2049)),
          mistake(
              PlanRule.FORWARD_UNANSWERED,
              "sound",
              "PortForward.tcp(",
              "router:80/tcp leads to 192.0.2.100:80, where nothing listens: compose what serves it there, or correct the forward",
              () -> PlanChanges.forward(80, "192.0.2.100", 80)),
          mistake(
              PlanRule.NAME_TWICE,
              "sound",
              ".build();",
              "there are two machines house-1 (192.0.2.11 and 192.0.2.31): give one of them another name",
              () -> PlanChanges.nas("house-1", "192.0.2.31")));

  private PlanMistakes() {}

  private static Mistake mistake(
      PlanRule rule, String path, String line, String message, Supplier<SoundPlan> plan) {
    return new Mistake(rule, path, line, message, () -> new SoundHome(plan.get()));
  }
}

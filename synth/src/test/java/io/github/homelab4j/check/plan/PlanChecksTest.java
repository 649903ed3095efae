package io.github.homelab4j.check.plan;

import static io.github.homelab4j.check.plan.TestPlan.LAN;
import static io.github.homelab4j.check.plan.TestPlan.bare;
import static io.github.homelab4j.check.plan.TestPlan.host;
import static io.github.homelab4j.check.plan.TestPlan.one;
import static io.github.homelab4j.check.plan.TestPlan.record;
import static io.github.homelab4j.check.plan.TestPlan.two;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.plan.BgpNeighbour;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.Lighthouse;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is right though it looks wrong, and what several parts of a plan make wrong together. */
class PlanChecksTest {
  @Test
  void two_clusters_in_one_lan_are_sound() {
    var first = LAN.pool("one", "10.0.0.50", "10.0.0.59");
    var second = LAN.pool("two", "10.0.0.60", "10.0.0.69");
    var web = first.reserve("web");
    var plan = TestPlan.of(one().addPools(first).build(), two().addPools(second).build());
    assertThat(plan.with(record("web.example.org", web.address().text())).findings()).isEmpty();
  }

  @Test
  void a_router_is_gateway_and_dns_server_and_peer() {
    var router = host("router", "10.0.0.1").bgp(new BgpRouter(64512)).build();
    var lan =
        Network.builder()
            .name("lan")
            .addRanges(Cidr.of("10.0.0.0/24"))
            .addGateways(router.address())
            .addDns(router.address())
            .addDhcp(IpRange.of("10.0.0.100", "10.0.0.200"))
            .build();
    var pool = new LoadBalancerPool("one", IpRange.of("10.99.0.0", "10.99.0.255"));
    var cluster =
        bare("one")
            .nodeNetwork(lan)
            .addNodes(NodePlan.controlPlane("one-1", "10.0.0.11"))
            .apiEndpoint(Ip.of("10.0.0.11"))
            .pods(Cidr.of("10.10.0.0/16"))
            .services(Cidr.of("10.20.0.0/16"))
            .addPools(pool)
            .bgp(new BgpPlan(64513, List.of(BgpPeer.of(router))));
    var plan = TestPlan.of(cluster.build()).with(router);
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.neighbours(router))
        .extracting(BgpNeighbour::name, BgpNeighbour::asn)
        .containsExactly(tuple("one-1", 64513L));
  }

  @Test
  void a_gateway_is_no_machine_of_a_cluster() {
    var lan =
        Network.builder()
            .name("lan")
            .addRanges(Cidr.of("10.0.0.0/24"))
            .addGateways(Ip.of("10.0.0.11"))
            .build();
    var cluster =
        bare("one")
            .nodeNetwork(lan)
            .addNodes(NodePlan.controlPlane("one-1", "10.0.0.11"))
            .apiEndpoint(Ip.of("10.0.0.11"))
            .pods(Cidr.of("10.10.0.0/16"))
            .services(Cidr.of("10.20.0.0/16"));
    assertThat(TestPlan.of(cluster.build()).findings())
        .containsExactly(
            "ADDRESS_TWICE example: 10.0.0.11 is given to the gateway of lan and to node one-1 of cluster one: take another for one of them");
  }

  @Test
  void a_proxy_outside_stands_before_the_kubernetes_api_when_it_serves_its_port() {
    var pods = Cidr.of("10.10.0.0/16");
    var cluster =
        bare("one")
            .nodeNetwork(LAN)
            .addNodes(NodePlan.controlPlane("one-1", "10.0.0.11"))
            .apiEndpoint(Ip.of("10.0.0.5"))
            .pods(pods)
            .services(Cidr.of("10.20.0.0/16"))
            .build();
    var api = HostService.tcp("kubernetes", 6443, "the API of one");
    assertThat(
            TestPlan.of(cluster)
                .with(host("proxy", "10.0.0.5").addServices(api).build())
                .findings())
        .isEmpty();
    assertThat(TestPlan.of(cluster).with(host("proxy", "10.0.0.5").build()).findings())
        .containsExactly(
            "ADDRESS_TWICE example: 10.0.0.5 is given to host proxy and to the Kubernetes API of one: take another for one of them");
  }

  @Test
  void a_network_that_is_a_part_of_another_says_so() {
    var site = Network.lan("site", "10.7.0.0/16");
    var part = Network.builder().name("attic").addRanges(Cidr.of("10.7.1.0/24"));
    assertThat(TestPlan.of(one().build()).with(site, part.inside(site).build()).findings())
        .isEmpty();
    assertThat(
            TestPlan.of(one().build())
                .with(site, Network.vlan("attic", 7, "10.7.1.0/24"))
                .findings())
        .containsExactly(
            "RANGES_OVERLAP example: network attic (10.7.1.0/24) and network site (10.7.0.0/16) share addresses: set inside when it is meant to be a part, or move one of them");
    var elsewhere = Network.builder().name("attic").addRanges(Cidr.of("10.8.1.0/24"));
    assertThat(TestPlan.of(one().build()).with(site, elsewhere.inside(site).build()).findings())
        .containsExactly(
            "RANGE_NOT_INSIDE example: network attic (10.8.1.0/24) is not a part of network site (10.7.0.0/16), in which it was declared: correct one of them");
  }

  @Test
  void natively_routed_networks_hold_the_pods_and_no_network() {
    var routed = Cidr.of("10.8.0.0/14");
    assertThat(
            TestPlan.of(one().nativeRouting(routed).build(), two().nativeRouting(routed).build())
                .findings())
        .isEmpty();
    var cabin = Network.vpn("cabin", "10.9.0.0/24");
    assertThat(TestPlan.of(one().nativeRouting(routed).build()).with(cabin).findings())
        .containsExactly(
            "RANGES_OVERLAP one: the natively routed range of one (10.8.0.0/14) and network cabin (10.9.0.0/24) share addresses: move one of them");
    assertThat(TestPlan.of(one().nativeRouting(Cidr.of("10.12.0.0/16")).build()).findings())
        .containsExactly(
            "MESH_ROUTING one: native routing in 10.12.0.0/16 does not cover the pods of cluster one (10.10.0.0/16): widen it");
  }

  @Test
  void both_families_are_sound_together() {
    var lan = Network.lan("lan", "10.0.0.0/24", "fd00:1::/64");
    var cluster =
        bare("one")
            .nodeNetwork(lan)
            .apiEndpoint(Ip.of("10.0.0.11"))
            .pods(Cidr.of("10.10.0.0/16"))
            .podsV6(Cidr.of("fd00:10::/56"))
            .services(Cidr.of("10.20.0.0/16"))
            .servicesV6(Cidr.of("fd00:20::/112"));
    var node = NodePlan.controlPlane("one-1", "10.0.0.11");
    assertThat(TestPlan.of(cluster.addNodes(node.alsoAt("fd00:1::11")).build()).findings())
        .isEmpty();
    assertThat(
            TestPlan.of(cluster.addNodes(NodePlan.worker("one-2", "10.0.0.12")).build()).findings())
        .containsExactly(
            "FAMILIES_DIFFER one: pods have 10.10.0.0/16 and fd00:10::/56 and node one-2 (10.0.0.12) has no IPv6 address: give it one with alsoAt(…)");
  }

  @Test
  void sizes_follow_the_family_and_the_nodes_prefix() {
    var ipv6 =
        bare("one")
            .nodeNetwork(Network.lan("lan", "fd00:1::/64"))
            .addNodes(NodePlan.controlPlane("one-1", "fd00:1::11"))
            .apiEndpoint(Ip.of("fd00:1::11"));
    assertThat(
            TestPlan.of(
                    ipv6.pods(Cidr.of("fd00:10::/40")).services(Cidr.of("fd00:20::/64")).build())
                .findings())
        .containsExactly(
            "POD_RANGE_SIZE one: the pods' range fd00:10::/40 is split into ranges of a /64 for each node, 24 bits apart, and Kubernetes takes at most 16: set the nodes' prefix to 56 or less, or narrow the range",
            "SERVICE_RANGE_SIZE one: the Services' range fd00:20::/64 has prefix 64: take one from /108 to /124");
  }

  @Test
  void a_pool_needs_bgp_or_the_network_of_the_machines() {
    var routed = new LoadBalancerPool("one", IpRange.of("10.99.0.0", "10.99.0.255"));
    assertThat(TestPlan.of(one().addPools(routed).build()).findings())
        .containsExactly(
            "POOL_UNREACHABLE one: pool one (10.99.0.0-10.99.0.255) lies in no network, and cluster one has no BGP to announce it: take addresses of network lan with pool(…), or set bgp");
  }

  @Test
  void a_pool_lies_in_its_network_and_leaves_its_ends_out() {
    assertThat(
            TestPlan.of(one().addPools(LAN.pool("one", "10.0.0.200", "10.0.0.255")).build())
                .findings())
        .containsExactly(
            "ADDRESS_UNUSABLE one: pool one (10.0.0.200-10.0.0.255) has the first or last address of network lan (10.0.0.0/24), which no host can have: leave it out");
    assertThat(
            TestPlan.of(one().addPools(LAN.pool("one", "10.0.1.1", "10.0.1.9")).build()).findings())
        .containsExactly(
            "RANGE_NOT_INSIDE one: pool one (10.0.1.1-10.0.1.9) is not a part of network lan (10.0.0.0/24), in which it was declared: correct one of them");
  }

  @Test
  void a_dns_server_may_run_in_a_cluster() {
    var pool = LAN.pool("one", "10.0.0.50", "10.0.0.59");
    var dns = pool.reserve("dns", "10.0.0.53").address();
    var guests =
        Network.builder().name("guests").vlan(5).addRanges(Cidr.of("10.5.0.0/24")).addDns(dns);
    assertThat(TestPlan.of(one().addPools(pool).build()).with(guests.build()).findings()).isEmpty();
  }

  @Test
  void names_are_told_apart_by_who_asks_and_by_family() {
    var plan =
        TestPlan.of(one().build())
            .with(
                record("web.example.org", "10.0.0.11"),
                record("web.example.org", "203.0.113.7").fromOutside());
    plan.domains.add(Hostname.of("example.net"));
    plan.with(record("a.b.example.net", "10.0.0.11"));
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.with(record("web.example.com", "10.0.0.11")).findings())
        .containsExactly(
            "HOSTNAME_OUTSIDE_DOMAIN example: web.example.com is under none of the domains [example.org, example.net]: take a name below one of them");
  }

  @Test
  void a_session_over_several_hops_says_so() {
    var far = new BgpPeer("core", Ip.of("198.51.100.1"), 64512);
    assertThat(TestPlan.of(one().bgp(new BgpPlan(64513, List.of(far.hops(3)))).build()).findings())
        .isEmpty();
    assertThat(TestPlan.of(one().bgp(new BgpPlan(64512, List.of(far))).build()).findings())
        .as("within one system packets are routed further")
        .isEmpty();
  }

  @Test
  void a_router_with_neighbours_of_its_own_lists_all_machines_and_no_others() {
    var told =
        new BgpRouter(
            64512,
            List.of(
                new BgpNeighbour("one-1", Ip.of("10.0.0.11"), 64513),
                new BgpNeighbour("old", Ip.of("10.0.0.12"), 64513)));
    var router = host("router", "10.0.0.1").bgp(told).build();
    var bgp = new BgpPlan(64513, List.of(BgpPeer.of(router)));
    assertThat(TestPlan.of(one().bgp(bgp).build()).with(router).findings())
        .containsExactly(
            "BGP_ENDS_DISAGREE example: router lists the neighbour old (10.0.0.12), and no machine there peers with it: remove it, or correct its address");
  }

  @Test
  void a_peer_that_is_a_host_speaks_bgp() {
    var peer = new BgpPeer("router", Ip.of("10.0.0.1"), 64512);
    assertThat(
            TestPlan.of(one().bgp(new BgpPlan(64513, List.of(peer))).build())
                .with(host("router", "10.0.0.1").build())
                .findings())
        .containsExactly(
            "BGP_ENDS_DISAGREE one: cluster one peers with host router (10.0.0.1), which does not speak BGP: set bgp in the host's plan");
  }

  @Test
  void machines_of_an_overlay_have_addresses_there() {
    var overlay =
        Network.builder()
            .name("nebula")
            .kind(Network.Kind.OVERLAY)
            .addRanges(Cidr.of("10.42.0.0/16"))
            .addLighthouses(
                new Lighthouse("far", Ip.of("10.42.0.1"), Hostname.of("far.example.net")))
            .build();
    var node = NodePlan.controlPlane("one-1", "10.0.0.11").alsoAt("10.42.1.1");
    var cluster =
        bare("one")
            .nodeNetwork(LAN)
            .addNodes(node)
            .apiEndpoint(Ip.of("10.0.0.11"))
            .pods(Cidr.of("10.244.0.0/16"))
            .services(Cidr.of("10.96.0.0/16"))
            .build();
    assertThat(TestPlan.of(cluster).with(overlay).findings()).isEmpty();
    assertThat(TestPlan.of(cluster).findings())
        .containsExactly(
            "ADDRESS_OUTSIDE_NETWORKS one: 10.42.1.1 of node one-1 is in no network of the plan: correct it, or add its network to networks()");
  }

  @Test
  void all_mistakes_are_reported_at_once() {
    var plan =
        TestPlan.of(
                one().build(), two().addPools(LAN.pool("two", "10.0.0.20", "10.0.0.30")).build())
            .with(host("one-1", "10.0.0.255").build())
            .with(record("web.example.com", "10.0.0.77"));
    assertThat(Checks.ofPlan(plan).findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "POOL_TAKES_ADDRESS",
            "NAME_TWICE",
            "ADDRESS_UNUSABLE",
            "HOSTNAME_OUTSIDE_DOMAIN",
            "RECORD_TO_NOBODY");
  }

  @Test
  void findings_name_the_line_of_the_plan_and_count_what_was_judged() {
    var plan = TestPlan.of(one().build()).with(record("db.example.org", "10.0.0.77"));
    var verdict = Checks.ofPlan(plan);
    assertThat(verdict.findings())
        .extracting(finding -> finding.origin().file())
        .containsExactly("PlanChecksTest.java");
    assertThat(verdict.judged().get(PlanRule.RECORD_TO_NOBODY)).containsEntry("example", 1);
  }
}

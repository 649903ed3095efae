package io.github.homelab4j.check.plan;

import static io.github.homelab4j.check.plan.TestPlan.bare;
import static io.github.homelab4j.check.plan.TestPlan.host;
import static io.github.homelab4j.check.plan.TestPlan.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Lighthouse;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Homes of different kinds fit into a plan, and are sound. */
class PlansOfHomesTest {
  @Test
  void two_small_machines_behind_a_router_and_a_host_of_services() {
    var internal = Network.lan("internal", "10.0.0.0/24");
    var pool = internal.pool("k3s-pi", "10.0.0.65", "10.0.0.67");
    pool.reserve("ingress", "10.0.0.65");
    pool.reserve("fluentd", "10.0.0.66");
    pool.reserve("istio", "10.0.0.67");
    var cluster =
        k3s("k3s-pi", internal)
            .addNodes(
                NodePlan.controlPlane("node2", "10.0.0.12"), NodePlan.worker("node3", "10.0.0.13"))
            .apiEndpoint(Ip.of("10.0.0.11"))
            .addPools(pool)
            .build();
    var services =
        host("node1", "10.0.0.11")
            .addServices(
                HostService.udp("dns", 53, "names"),
                HostService.tcp("vault", 8200, "secrets"),
                HostService.tcp("s3", 9091, "backups"),
                HostService.tcp("iscsi", 3260, "volumes"),
                HostService.tcp("kubernetes", 6443, "a proxy of the API on node2"))
            .build();
    var plan =
        TestPlan.of(cluster)
            .with(Network.lan("external", "192.168.0.0/24"))
            .with(services, host("gateway", "192.168.0.21").build())
            .with(record("*.homelab.example.org", "192.168.0.21").fromOutside());
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void one_machine_at_home_and_one_far_away_in_an_overlay() {
    var overlay = overlay();
    var lan = homeLan();
    var home =
        bare("talos-homelab")
            .nodeNetwork(lan)
            .addNodes(NodePlan.controlPlane("talos00", "192.168.1.54").alsoAt("10.42.1.1"))
            .apiEndpoint(Ip.of("192.168.1.54"))
            .pods(Cidr.of("10.244.0.0/16"))
            .services(Cidr.of("10.96.0.0/16"))
            .build();
    var far =
        bare("gpu")
            .nodeNetwork(overlay)
            .addNodes(NodePlan.controlPlane("gpu-1", "10.42.2.1"))
            .apiEndpoint(Ip.of("10.42.2.1"))
            .pods(Cidr.of("10.52.0.0/16"))
            .services(Cidr.of("10.53.0.0/16"))
            .build();
    var nfs = HostService.tcp("nfs", 2049, "volumes");
    var plan =
        TestPlan.of(home, far)
            .with(
                host("truenas", "192.168.1.200").addServices(nfs).build(),
                host("synology", "192.168.1.234").addServices(nfs).build())
            .with(record("argocd.talos00", "192.168.1.54"));
    plan.domains.set(0, Hostname.of("talos00"));
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void three_virtual_machines_with_ranges_of_k3s() {
    var cluster =
        k3s("homecluster", Network.lan("home", "192.168.1.0/24"))
            .addNodes(
                NodePlan.controlPlane("node-1", "192.168.1.10"),
                NodePlan.controlPlane("node-2", "192.168.1.11"),
                NodePlan.controlPlane("node-3", "192.168.1.12"))
            .apiEndpoint(Ip.of("192.168.1.9"))
            .build();
    assertThat(TestPlan.of(cluster).findings()).isEmpty();
  }

  @Test
  void a_lan_with_a_shared_address_between_two_pools_and_vpns() {
    var lan =
        Network.builder()
            .name("lan")
            .addRanges(Cidr.of("192.168.8.0/24"))
            .addGateways(Ip.of("192.168.8.1"))
            .addDns(Ip.of("192.168.8.137"))
            .build();
    var services = lan.pool("home-ops", "192.168.8.101", "192.168.8.127");
    services.reserve("postgres", "192.168.8.101");
    var gateways = lan.pool("home-ops-gateways", "192.168.8.137", "192.168.8.139");
    gateways.reserve("dns", "192.168.8.137");
    gateways.reserve("internal", "192.168.8.138");
    var peer = host("bgp-peer", "192.168.8.145").bgp(new BgpRouter(64512)).build();
    var cluster =
        bare("home-ops")
            .nodeNetwork(lan)
            .addNodes(
                NodePlan.controlPlane("node-1", "192.168.8.11"),
                NodePlan.controlPlane("node-2", "192.168.8.12"),
                NodePlan.controlPlane("node-3", "192.168.8.13"))
            .apiEndpoint(Ip.of("192.168.8.136"))
            .pods(Cidr.of("10.244.0.0/16"))
            .services(Cidr.of("10.96.0.0/12"))
            .addPools(services, gateways)
            .bgp(new BgpPlan(64513, List.of(BgpPeer.of(peer))))
            .build();
    var plan =
        TestPlan.of(cluster)
            .with(
                Network.vpn("tailscale", "100.64.0.0/10"),
                Network.vpn("wireguard", "192.168.9.0/24"),
                Network.vlan("iot", 20, "192.168.20.0/24"),
                Network.vlan("cameras", 30))
            .with(
                peer,
                host("edge-router", "192.168.8.1").build(),
                host("truenas", "192.168.8.161")
                    .addServices(HostService.tcp("s3", 9000, "backups"))
                    .build());
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void the_overlay_of_one_and_the_pods_of_another_meet_once_a_plan_has_both() {
    var cluster =
        k3s("k3s-pi", homeLan())
            .addNodes(NodePlan.controlPlane("node2", "192.168.1.12"))
            .apiEndpoint(Ip.of("192.168.1.12"))
            .build();
    assertThat(TestPlan.of(cluster).findings()).isEmpty();
    assertThat(TestPlan.of(cluster).with(overlay()).findings())
        .containsExactly(
            "RANGES_OVERLAP k3s-pi: k3s-pi pods (10.42.0.0/16, K3s's default for pods) and network nebula (10.42.0.0/16, K3s's default for pods) share addresses: move one of them");
  }

  private static Network homeLan() {
    return Network.builder()
        .name("home")
        .addRanges(Cidr.of("192.168.1.0/24"))
        .addGateways(Ip.of("192.168.1.1"))
        .build();
  }

  private static Network overlay() {
    return Network.builder()
        .name("nebula")
        .kind(Network.Kind.OVERLAY)
        .addRanges(Cidr.of("10.42.0.0/16"))
        .addLighthouses(
            new Lighthouse("lighthouse", Ip.of("10.42.0.1"), Hostname.of("lighthouse.example.net")))
        .build();
  }

  private static ClusterPlan.Builder k3s(String name, Network network) {
    return bare(name)
        .nodeNetwork(network)
        .pods(Cidr.of("10.42.0.0/16"))
        .services(Cidr.of("10.43.0.0/16"));
  }
}

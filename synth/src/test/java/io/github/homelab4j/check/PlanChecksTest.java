package io.github.homelab4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each test changes one thing of a sound plan of two clusters. */
class PlanChecksTest {
  private static final Ip WEB = Ip.of("10.0.0.50");

  private final List<DnsRecord> records =
      new ArrayList<>(List.of(record("web.example.org", "10.0.0.50")));

  @Test
  void a_sound_plan_has_no_findings() {
    assertThat(check(one().build(), two().build())).isEmpty();
  }

  @Test
  void ranges_of_different_clusters_do_not_overlap() {
    assertThat(check(one().build(), ranges("two", "10.10.128.0/17", "10.21.0.0/16")))
        .extracting(Finding::code, Finding::path, Finding::message)
        .containsExactly(
            tuple(
                "RANGES_OVERLAP",
                "two",
                "two pods (10.10.128.0/17) and one pods (10.10.0.0/16) share addresses: move one of them"));
  }

  @Test
  void pods_do_not_overlap_the_machines() {
    assertThat(check(ranges("one", "10.0.0.0/16", "10.20.0.0/16")))
        .extracting(Finding::code)
        .contains("RANGES_OVERLAP");
  }

  @Test
  void service_ranges_have_room_for_dns_and_are_not_too_wide() {
    assertThat(check(ranges("one", "10.10.0.0/16", "10.20.0.0/29")))
        .extracting(Finding::message)
        .containsExactly(
            "the Services' range 10.20.0.0/29 has prefix 29: take one from /12 to /28");
  }

  @Test
  void pod_ranges_have_room_for_each_node() {
    assertThat(check(ranges("one", "10.10.0.0/24", "10.20.0.0/16")))
        .extracting(Finding::message)
        .containsExactly(
            "the pods' range 10.10.0.0/24 has room for 1 nodes of a /24 each, and there are 2: widen it");
  }

  @Test
  void a_pool_holds_no_address_of_a_machine() {
    var pool = new LoadBalancerPool("one", IpRange.of("10.0.0.11", "10.0.0.59"));
    pool.reserve("web", "10.0.0.50");
    assertThat(
            check(
                bare("one")
                    .pods(Cidr.of("10.10.0.0/16"))
                    .services(Cidr.of("10.20.0.0/16"))
                    .addPools(pool)
                    .build()))
        .extracting(Finding::code, Finding::message)
        .contains(
            tuple(
                "POOL_TAKES_ADDRESS",
                "the load-balancer pool 10.0.0.11-10.0.0.59 of cluster one holds 10.0.0.11 of node one-1: shrink the pool or move the address"));
  }

  @Test
  void pools_of_two_clusters_do_not_overlap() {
    var pool = new LoadBalancerPool("two", IpRange.of("10.0.0.55", "10.0.0.70"));
    assertThat(
            check(
                one().build(),
                bare("two")
                    .pods(Cidr.of("10.11.0.0/16"))
                    .services(Cidr.of("10.21.0.0/16"))
                    .addPools(pool)
                    .build()))
        .extracting(Finding::code)
        .containsExactly("POOLS_OVERLAP");
  }

  @Test
  void an_address_has_one_owner() {
    var node = new NodePlan("two-9", Ip.of("10.0.0.11"), false, List.of());
    assertThat(check(one().build(), two().addNodes(node).build()))
        .extracting(Finding::message)
        .containsExactly(
            "10.0.0.11 is given to node two-9 and to node one-1 of cluster one: take another for one of them");
  }

  @Test
  void the_api_is_in_the_machines_network_and_not_on_one_of_several() {
    assertThat(check(one("10.9.9.9").build()))
        .extracting(Finding::code)
        .containsExactly("API_OUTSIDE_NETWORK");
    assertThat(check(one("10.0.0.11").build()))
        .extracting(Finding::code)
        .containsExactly("API_ON_ONE_NODE");
  }

  @Test
  void mesh_ids_and_names_are_unique_and_in_range() {
    var pool = new LoadBalancerPool("x", IpRange.of("10.0.0.50", "10.0.0.59"));
    var address = pool.reserve("mesh", "10.0.0.59");
    assertThat(
            check(
                one().mesh(new MeshPlan("one", 1, address)).build(),
                two().mesh(new MeshPlan("two", 1, address)).build()))
        .extracting(Finding::message)
        .containsExactly(
            "clusters one and two both have mesh id 1: give one another, before it runs, for it cannot be changed later");
    assertThat(check(one().mesh(new MeshPlan("one", 256, address)).build()))
        .extracting(Finding::code)
        .containsExactly("MESH_ID");
    assertThat(check(one().mesh(new MeshPlan("One", 1, address)).build()))
        .extracting(Finding::code)
        .containsExactly("MESH_NAME");
    assertThat(
            check(
                one().mesh(new MeshPlan("mesh", 1, address)).build(),
                two().mesh(new MeshPlan("mesh", 2, address)).build()))
        .extracting(Finding::code)
        .containsExactly("MESH_NAME");
  }

  @Test
  void bgp_numbers_are_in_range_and_routers_one_hop_away() {
    assertThat(check(one().bgp(new BgpPlan(0, List.of())).build()))
        .extracting(Finding::code)
        .containsExactly("BGP_ASN");
    assertThat(
            check(
                one()
                    .bgp(
                        new BgpPlan(
                            64513,
                            List.of(new BgpPeer("router", Ip.of("10.0.0.1"), 4_294_967_296L))))
                    .build()))
        .extracting(Finding::code)
        .containsExactly("BGP_ASN");
    assertThat(
            check(
                one()
                    .bgp(
                        new BgpPlan(
                            64513, List.of(new BgpPeer("router", Ip.of("192.168.1.1"), 64512))))
                    .build()))
        .extracting(Finding::message)
        .containsExactly(
            "router router (192.168.1.1) is not in the machines' network 10.0.0.0/24: peer with its address there");
  }

  @Test
  void host_names_are_under_the_domain_once_and_lead_to_somebody() {
    records.add(record("web.example.org", "10.0.0.11"));
    records.add(record("web.example.com", "10.0.0.11"));
    records.add(record("db.example.org", "10.0.0.77"));
    assertThat(check(one().build()))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("HOSTNAME_TWICE", "HOSTNAME_OUTSIDE_DOMAIN", "RECORD_TO_NOBODY");
  }

  @Test
  void findings_name_the_line_of_the_plan() {
    records.add(record("db.example.org", "10.0.0.77"));
    assertThat(check(one().build()))
        .extracting(finding -> finding.origin().file())
        .containsExactly("PlanChecksTest.java");
  }

  private static DnsRecord record(String name, String address) {
    return new DnsRecord(Hostname.of(name), Ip.of(address));
  }

  private static ClusterPlan.Builder one() {
    return one("10.0.0.9");
  }

  private static ClusterPlan.Builder one(String api) {
    var pool = new LoadBalancerPool("one", IpRange.of("10.0.0.50", "10.0.0.59"));
    pool.reserve("web", WEB.text());
    return named("one", api)
        .pods(Cidr.of("10.10.0.0/16"))
        .services(Cidr.of("10.20.0.0/16"))
        .addPools(pool);
  }

  private static ClusterPlan.Builder two() {
    return named("two", "10.0.0.10")
        .pods(Cidr.of("10.11.0.0/16"))
        .services(Cidr.of("10.21.0.0/16"))
        .addPools(new LoadBalancerPool("two", IpRange.of("10.0.0.60", "10.0.0.69")));
  }

  private static ClusterPlan ranges(String name, String pods, String services) {
    var first = name.equals("one");
    var range = first ? IpRange.of("10.0.0.50", "10.0.0.59") : IpRange.of("10.0.0.60", "10.0.0.69");
    var pool = new LoadBalancerPool(name, range);
    if (first) {
      pool.reserve("web", WEB.text());
    }
    return bare(name).pods(Cidr.of(pods)).services(Cidr.of(services)).addPools(pool).build();
  }

  private static ClusterPlan.Builder bare(String name) {
    return named(name, name.equals("one") ? "10.0.0.9" : "10.0.0.10");
  }

  private static ClusterPlan.Builder named(String name, String api) {
    var base = name.equals("one") ? 11 : 21;
    return ClusterPlan.builder()
        .name(name)
        .purpose("Example.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
        .addNodes(new NodePlan(name + "-1", Ip.of("10.0.0." + base), true, List.of()))
        .addNodes(new NodePlan(name + "-2", Ip.of("10.0.0." + (base + 1)), true, List.of()))
        .apiEndpoint(Ip.of(api));
  }

  private List<Finding> check(ClusterPlan... clusters) {
    var plan = new Plan(List.of(clusters), records);
    return Checks.run(Resolver.resolve(new Lab(plan))).findings();
  }

  private static final class Lab extends Homelab {
    Lab(HomelabPlan plan) {
      super(plan);
    }
  }

  private record Plan(List<ClusterPlan> clusters, List<DnsRecord> records) implements HomelabPlan {
    @Override
    public String name() {
      return "example";
    }

    @Override
    public Hostname domain() {
      return Hostname.of("example.org");
    }

    @Override
    public GitSource git() {
      return new GitSource("https://example.org/homelab", "main", Duration.ofMinutes(10));
    }
  }
}

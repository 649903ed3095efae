package io.github.homelab4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.unit.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private final LoadBalancerPool pool =
      new LoadBalancerPool("one", IpRange.of("192.0.2.100", "192.0.2.110"));

  @ParameterizedTest
  @CsvSource({"10.0.0.10, 10.0.0.10", "2001:DB8::0001, 2001:db8::1", "::1, ::1"})
  void an_address_keeps_its_canonical_spelling(String text, String canonical) {
    assertThat(Ip.of(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10.0.0.010",
        "10.0.0.256",
        "10.0.0.1/32",
        "10.0.0.1-3",
        "10.0.0.*",
        "0x0a.0.0.1",
        "167772161",
        "host",
        "::g"
      })
  void what_is_not_one_address_is_refused(String text) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Ip.of(text))
        .withMessageStartingWith("'%s' is not", text);
  }

  @Test
  void addresses_count_on_and_compare_as_numbers() {
    assertThat(Ip.of("10.0.0.255").plus(1)).isEqualTo(Ip.of("10.0.1.0"));
    assertThat(Ip.of("10.0.0.9")).isLessThan(Ip.of("10.0.0.10"));
    assertThat(Ip.of("10.0.0.9").host()).isEqualTo(Cidr.of("10.0.0.9/32"));
    assertThat(Ip.of("::1").host()).isEqualTo(Cidr.of("::1/128"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.25.11.7/24 | '10.25.11.7/24' has host bits: did you mean 10.25.11.0/24?",
        "10.0.0.0      | '10.0.0.0' is not a network: add its prefix length, as 10.0.0.0/24",
        "10.0.0.0/33   | '10.0.0.0/33' is not a network: write an address and a prefix length, as"
            + " 10.0.0.0/24",
        "lan/24        | 'lan/24' is not a network: write an address and a prefix length, as"
            + " 10.0.0.0/24"
      })
  void what_is_no_network_is_refused_with_the_cure(String text, String message) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Cidr.of(text))
        .withMessage(message);
  }

  @Test
  void a_network_knows_its_addresses() {
    var network = Cidr.of("10.245.0.0/16");
    assertThat(network.prefix()).isEqualTo(16);
    assertThat(network.size()).isEqualTo(65_536);
    assertThat(network.nth(10)).isEqualTo(Ip.of("10.245.0.10"));
    assertThat(network.range()).hasToString("10.245.0.0-10.245.255.255");
    assertThat(network.contains(Ip.of("10.245.255.255"))).isTrue();
    assertThat(network.contains(Ip.of("10.246.0.0"))).isFalse();
  }

  @Test
  void networks_overlap_when_one_holds_the_other() {
    assertThat(Cidr.of("10.0.0.0/8").overlaps(Cidr.of("10.1.0.0/16"))).isTrue();
    assertThat(Cidr.of("10.1.0.0/16").overlaps(Cidr.of("10.0.0.0/8"))).isTrue();
    assertThat(Cidr.of("10.0.0.0/16").overlaps(Cidr.of("10.1.0.0/16"))).isFalse();
  }

  @Test
  void a_range_has_both_its_ends() {
    var range = IpRange.of("10.25.11.200", "10.25.11.249");
    assertThat(range.size()).isEqualTo(50);
    assertThat(range.contains(Ip.of("10.25.11.200")) && range.contains(Ip.of("10.25.11.249")))
        .isTrue();
    assertThat(range.contains(Ip.of("10.25.11.199")) || range.contains(Ip.of("10.25.11.250")))
        .isFalse();
    assertThat(range.overlaps(IpRange.of("10.25.11.249", "10.25.11.255"))).isTrue();
    assertThat(range.overlaps(IpRange.of("10.25.11.250", "10.25.11.255"))).isFalse();
  }

  @Test
  void a_range_that_runs_backwards_is_refused() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> IpRange.of("10.0.0.67", "10.0.0.65"))
        .withMessage("range 10.0.0.67-10.0.0.65 runs backwards: did you mean 10.0.0.65-10.0.0.67?");
  }

  @Test
  void a_pool_gives_each_address_once() {
    var gateway = pool.reserve("gateway", "192.0.2.100");
    assertThat(gateway.name()).isEqualTo("gateway");
    assertThat(gateway.address()).isEqualTo(Ip.of("192.0.2.100"));
    assertThat(gateway.pool()).isEqualTo("one");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> pool.reserve("other", "192.0.2.100"))
        .withMessage("192.0.2.100 for other is taken: gateway has it: take another");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> pool.reserve("gateway", "192.0.2.101"))
        .withMessage(
            "pool one has an address for gateway already: pass that reservation on, or take another"
                + " name");
    assertThat(pool.reservations()).containsExactly(gateway);
  }

  @Test
  void a_pool_gives_only_its_own_addresses() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> pool.reserve("gateway", "192.0.2.111"))
        .withMessage(
            "192.0.2.111 for gateway is not in pool one (192.0.2.100-192.0.2.110): take one of it");
  }

  @Test
  void a_cluster_finds_its_dns_where_kubelets_look_for_it() {
    assertThat(cluster("192.0.2.11").dnsAddress()).isEqualTo(Ip.of("10.2.0.10"));
    assertThat(cluster("192.0.2.11").nodeNames()).containsExactly("one-1");
  }

  @Test
  void a_node_outside_the_node_network_is_refused_by_name() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> cluster("198.51.100.11"))
        .withMessage(
            "nodes of cluster one are outside its node network 192.0.2.0/24: one-1 198.51.100.11:"
                + " correct their addresses or the network");
  }

  @Test
  void a_plan_names_what_was_not_set() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> ClusterPlan.builder().name("one").build())
        .withMessage(
            "not set: purpose, kubernetesVersion, nodeNetwork, pods, services, apiEndpoint: set"
                + " them in the builder");
  }

  private ClusterPlan cluster(String node) {
    return ClusterPlan.builder()
        .name("one")
        .purpose("An example.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(Network.lan("lan", "192.0.2.0/24"))
        .addNodes(new NodePlan("one-1", Ip.of(node), true, List.of()))
        .pods(Cidr.of("10.1.0.0/16"))
        .services(Cidr.of("10.2.0.0/16"))
        .apiEndpoint(Ip.of("192.0.2.10"))
        .addPools(pool)
        .build();
  }
}

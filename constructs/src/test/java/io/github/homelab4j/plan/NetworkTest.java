package io.github.homelab4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.unit.Version;
import org.junit.jupiter.api.Test;

class NetworkTest {
  @Test
  void networks_that_say_the_same_are_one() {
    assertThat(Network.lan("lan", "10.0.0.0/24")).isEqualTo(Network.lan("lan", "10.0.0.0/24"));
    assertThat(Network.lan("lan", "10.0.0.0/24")).isNotEqualTo(Network.vpn("lan", "10.0.0.0/24"));
    assertThat(Network.vlan("iot", 20, "10.0.20.0/24").kind()).isEqualTo(Network.Kind.VLAN);
    assertThat(Network.docker().contains(Ip.of("172.17.0.1"))).isTrue();
  }

  @Test
  void a_network_has_one_range_of_each_family() {
    assertThat(Network.lan("lan", "10.0.0.0/24", "fd00::/64").contains(Ip.of("fd00::1"))).isTrue();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Network.lan("lan", "10.0.0.0/24", "10.0.1.0/24"))
        .withMessage(
            "network lan has ranges [10.0.0.0/24, 10.0.1.0/24]: give it one of each family, and"
                + " make others networks of their own");
  }

  @Test
  void a_vlan_has_a_tag_that_switches_know() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Network.vlan("iot", 4095, "10.0.20.0/24"))
        .withMessage("VLAN iot has tag 4095: tags are from 1 to 4094");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Network.builder().name("iot").kind(Network.Kind.VLAN).build())
        .withMessage("VLAN iot has no tag: set vlan");
  }

  @Test
  void a_range_is_of_one_family() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> IpRange.of("10.0.0.1", "fd00::1"))
        .withMessage(
            "range 10.0.0.1-fd00::1 begins in one family and ends in the other: write both ends in"
                + " IPv4, or both in IPv6");
  }

  @Test
  void private_addresses_are_those_that_nobody_on_the_internet_has() {
    assertThat(Ip.of("172.31.255.255").isPrivate() && Ip.of("fd00::1").isPrivate()).isTrue();
    assertThat(Ip.of("172.32.0.0").isPrivate() || Ip.of("2001:db8::1").isPrivate()).isFalse();
  }

  @Test
  void a_host_is_somewhere() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> HostPlan.builder().name("nas").purpose("storage").build())
        .withMessage(
            "host nas has no address: give it one, or make it an OutsideService with a URL");
  }

  @Test
  void machines_have_host_names() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> NodePlan.worker("Node_1", "10.0.0.1"))
        .withMessageStartingWith("'Node_1' is not a host name");
    var host = HostPlan.builder().name("my nas").purpose("storage").addAddresses(Ip.of("10.0.0.2"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(host::build)
        .withMessageStartingWith("'my nas' is not a host name");
  }

  @Test
  void a_peer_is_a_host_that_speaks_bgp() {
    var nas = HostPlan.builder().name("nas").purpose("storage").addAddresses(Ip.of("10.0.0.2"));
    var host = nas.build();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> BgpPeer.of(host))
        .withMessage("host nas does not speak BGP: set bgp in its plan");
  }

  @Test
  void the_second_family_is_ipv6() {
    var cluster =
        ClusterPlan.builder()
            .name("one")
            .purpose("An example.")
            .kubernetesVersion(Version.of("1.35.0"))
            .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
            .pods(Cidr.of("10.1.0.0/16"))
            .podsV6(Cidr.of("10.2.0.0/16"))
            .services(Cidr.of("10.3.0.0/16"))
            .apiEndpoint(Ip.of("10.0.0.9"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(cluster::build)
        .withMessage(
            "cluster one has 10.2.0.0/16 beside 10.1.0.0/16: the second family is IPv6, the first"
                + " IPv4");
  }

  @Test
  void a_cluster_without_pools_says_what_to_do() {
    var cluster =
        ClusterPlan.builder()
            .name("one")
            .purpose("An example.")
            .kubernetesVersion(Version.of("1.35.0"))
            .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
            .pods(Cidr.of("10.1.0.0/16"))
            .services(Cidr.of("10.3.0.0/16"))
            .apiEndpoint(Ip.of("10.0.0.9"))
            .build();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(cluster::loadBalancers)
        .withMessage("cluster one has no addresses for load balancers: add a pool to its plan");
  }
}

package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of k3s-pi. */
class PiNetworkTest {
  private static final Cidr INTERNAL = Cidr.of("10.0.0.0/24");
  private static final Cidr EXTERNAL = Cidr.of("192.168.0.0/24");
  private static final Pattern IN_CLUSTER = Pattern.compile("\\.svc\\.([a-z][a-z0-9.]*)");

  /** k3s-pi.md:922-924: "node1 (External): `10.0.0.11`", "node2 (K3s Master): `10.0.0.12`". */
  @ParameterizedTest
  @CsvSource({"node1, 10.0.0.11", "node2, 10.0.0.12", "node3, 10.0.0.13"})
  @Invariant(value = 1, lines = "35, 40, 46, 96-98, 922-924")
  void machines_have_their_addresses_and_are_found_by_name(String machine, String address) {
    assertThat(
            Pi.texts(Pi.tree(machine, "cloud-init/network-config").at("/ethernets/eth0/addresses")))
        .containsExactly(address + "/24");
    assertThat(Pi.host("node1", "etc/bind/zones/homelab.jacobgade.com.zone"))
        .contains("\n%s.lan IN A %s\n".formatted(machine, address));
  }

  /** k3s-pi.md:35 and 40-49: "node1 - External Services", "K3s Master", "K3s Worker". */
  @Test
  @Invariant(value = 2, lines = "35, 40, 46, 762, 922-924")
  void the_cluster_is_node2_and_node3_and_node1_runs_no_kubernetes() {
    assertThat(Pi.PLAN.cluster().nodes())
        .extracting(NodePlan::name)
        .containsExactly("node2", "node3");
    assertThat(Pi.hosts().keySet().stream().filter(path -> path.contains("/etc/rancher/")))
        .isNotEmpty()
        .allMatch(path -> path.startsWith("node2/") || path.startsWith("node3/"))
        .anyMatch(path -> path.startsWith("node2/"))
        .anyMatch(path -> path.startsWith("node3/"));
  }

  /** k3s-pi.md:34: "Internal Network (10.0.0.0/24)". */
  @Test
  @Invariant(value = 3, lines = "34-56, 95-101")
  void machines_and_load_balancers_are_inside_the_internal_network() {
    assertThat(Stream.concat(machines().stream(), loadBalancers().stream()))
        .hasSize(6)
        .allMatch(INTERNAL::contains);
    assertThat(Pi.PLAN.lan().ranges()).containsExactly(INTERNAL);
  }

  /** k3s-pi.md:26 and 30: "External Network (192.168.0.0/24)", "Gateway (192.168.0.21)". */
  @Test
  @Invariant(value = 4, lines = "26, 30, 90, 92")
  void the_gateway_is_inside_the_external_network() {
    assertThat(Pi.host("openwrt", "homelab-network.uci"))
        .contains("set network.wan.ipaddr='192.168.0.21/24'");
    assertThat(EXTERNAL.contains(Ip.of("192.168.0.21"))).isTrue();
    assertThat(Pi.PLAN.external().ranges()).containsExactly(EXTERNAL);
  }

  /** k3s-pi.md:105-106: "Pod Network", "Service Network"; both ends of every route differ. */
  @Test
  @Invariant(value = 5, lines = "26, 34, 105-106")
  void the_four_networks_are_disjoint() {
    var networks = List.of(EXTERNAL, INTERNAL, cidr("cluster-cidr"), cidr("service-cidr"));
    for (var one : networks) {
      assertThat(networks).filteredOn(one::overlaps).containsExactly(one);
    }
  }

  /** k3s-pi.md:53-55: "NGINX Ingress", "Fluentd", "Istio Gateway". */
  @Test
  @Invariant(value = 6, lines = "52-56, 100-101, 925-926")
  void each_load_balancer_has_an_address_of_its_own() {
    assertThat(
            Pi.value(
                    "ingress-nginx/ingress-nginx",
                    "/controller/service/annotations/lbipam.cilium.io~1ips")
                .asText())
        .isEqualTo("10.0.0.65");
    assertThat(
            Pi.object("Service observability/fluentd-outside")
                .at("/metadata/annotations/lbipam.cilium.io~1ips")
                .asText())
        .isEqualTo("10.0.0.66");
    assertThat(
            Pi.value("istio-ingress/istio-gateway", "/service/annotations/lbipam.cilium.io~1ips")
                .asText())
        .isEqualTo("10.0.0.67");
    assertThat(loadBalancers()).hasSize(3).doesNotHaveDuplicates();
  }

  /** k3s-pi.md:35-56: the addresses in the boxes of nodes and of load balancers. */
  @Test
  @Invariant(value = 7, lines = "35-56")
  void no_load_balancer_has_the_address_of_a_machine() {
    assertThat(loadBalancers()).hasSize(3).doesNotContainAnyElementsOf(machines());
  }

  /** k3s-pi.md:105-106: "10.42.0.0/16", "10.43.0.0/16". */
  @Test
  @Invariant(value = 8, lines = "105-106, 526, 552, 556")
  void pods_and_services_have_addresses_of_their_networks() {
    assertThat(cidr("cluster-cidr")).isEqualTo(Cidr.of("10.42.0.0/16"));
    assertThat(cidr("service-cidr")).isEqualTo(Cidr.of("10.43.0.0/16"));
    // Cilium takes what Kubernetes gives to each node of that range.
    assertThat(Pi.value("kube-system/cilium", "/ipam/mode").asText()).isEqualTo("kubernetes");
    assertThat(Pi.fields("clusterIP"))
        .filteredOn(address -> !address.equals("None"))
        .isNotEmpty()
        .allMatch(address -> cidr("service-cidr").contains(Ip.of(address)));
  }

  /** k3s-pi.md:107: "CoreDNS", "10.43.0.10". */
  @Test
  @Invariant(value = 9, lines = "106-107")
  void cluster_dns_is_where_pods_ask_for_it() {
    assertThat(Pi.value("kube-system/coredns", "/service/clusterIP").asText())
        .isEqualTo("10.43.0.10")
        .isEqualTo(Pi.k3s("node2").path("cluster-dns").asText());
    assertThat(cidr("service-cidr").contains(Ip.of("10.43.0.10"))).isTrue();
  }

  /** k3s-pi.md:107: "*.svc.cluster.local". */
  @Test
  @Invariant(value = 10, lines = "107, 552")
  void names_inside_end_in_cluster_local() {
    assertThat(
            Pi.items(Pi.value("kube-system/coredns", "/servers/0/plugins"))
                .filter(plugin -> plugin.path("name").asText().equals("kubernetes"))
                .map(plugin -> plugin.path("parameters").asText()))
        .singleElement()
        .asString()
        .startsWith("cluster.local ");
    assertThat(Pi.k3s("node2").path("cluster-domain").asText("cluster.local"))
        .isEqualTo("cluster.local");
    var named =
        Pi.cluster().objects().map(object -> object.tree().toString()).toList().stream()
            .flatMap(text -> IN_CLUSTER.matcher(text).results().map(match -> match.group(1)));
    assertThat(named).isNotEmpty().allMatch(domain -> domain.startsWith("cluster.local"));
  }

  private static List<Ip> machines() {
    return Stream.of("node1", "node2", "node3")
        .map(
            machine ->
                Pi.tree(machine, "cloud-init/network-config")
                    .at("/ethernets/eth0/addresses/0")
                    .asText())
        .map(text -> Ip.of(text.substring(0, text.indexOf('/'))))
        .toList();
  }

  private static List<Ip> loadBalancers() {
    return Pi.fields("lbipam.cilium.io/ips").stream().map(Ip::of).toList();
  }

  private static Cidr cidr(String setting) {
    return Cidr.of(Pi.k3s("node2").path(setting).asText());
  }
}

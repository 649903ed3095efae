package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import java.util.function.UnaryOperator;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class OpenWrtTest {
  private static final String FIREWALL = "etc/config/firewall";
  private static final String DHCP = "etc/config/dhcp";
  private static final String NETWORK = "homelab-network.uci";

  private final House house = new House();

  @Test
  void forwards_what_the_plan_forwards() {
    assertThat(router(each -> each))
        .hasKind(house.router, FIREWALL, FileKind.UCI)
        .file(house.router, FIREWALL)
        .contains(
            """
            config redirect 'forward_https'
            	option name 'https'
            	option src 'wan'
            	option dest 'lan'
            	option proto 'tcp'
            	option src_dport '443'
            	option dest_ip '10.7.0.65'
            	option dest_port '443'
            	option target 'DNAT'
            """)
        .contains("option src_dport '80'")
        .containsPattern("config zone 'wan'\n(\t.*\n)*\toption forward 'DROP'")
        .doesNotContain("dest_port '22'");
  }

  @Test
  void says_how_its_files_get_there() {
    assertThat(router(each -> each).bringUp())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.what()).contains("`uci batch`", "`etc/config/*`");
              assertThat(step.commands()).isEmpty();
            });
  }

  @Test
  void lets_the_outer_network_administer_it_when_told_to() {
    assertThat(router(each -> each.addOpen(house.router.service("ssh"))))
        .file(house.router, FIREWALL)
        .contains(
            """
            	list src_ip '192.168.7.0/24'
            	option proto 'tcp'
            	option dest_port '22'
            	option target 'ACCEPT'
            """);
  }

  @Test
  void gives_out_the_range_and_asks_the_homelabs_name_server() {
    var dns = HostServiceRef.of(house.server, "dns", Loss.DEGRADES);

    assertThat(
            router(
                each ->
                    each.resolver(dns)
                        .addLeases(
                            new OpenWrtProps.Lease(
                                NodePlan.worker("house-2", "10.7.0.13"), "dc:a6:32:00:00:01"))))
        .file(house.router, DHCP)
        .contains("\toption start '200'\n\toption limit '41'\n\toption leasetime '720m'\n")
        .contains("\tlist dhcp_option '6,10.7.0.11'\n")
        .contains("\tlist rebind_domain 'example.org'\n\tlist server '/example.org/10.7.0.11'\n")
        .contains("\tlist server '1.1.1.1'\n")
        .contains(
            "\toption name 'house-2'\n\toption mac 'dc:a6:32:00:00:01'\n\toption ip '10.7.0.13'");
  }

  @Test
  void has_an_address_on_either_side() {
    assertThat(
            router(
                each ->
                    each.addRoutes(
                        new OpenWrtProps.Route(
                            "pods", Cidr.of("10.42.0.0/16"), Ip.of("10.7.0.12")))))
        .hasKind(house.router, NETWORK, FileKind.UCI_BATCH)
        .file(house.router, NETWORK)
        .contains("set network.lan.ipaddr='10.7.0.1/24'\n")
        .contains("set network.wan.ipaddr='192.168.7.21/24'\n")
        .contains("set network.wan.gateway='192.168.7.1'\n")
        .contains("set network.route_pods.target='10.42.0.0/16'\n")
        .endsWith("commit network\n");
  }

  @Test
  void rejects_a_network_that_it_is_not_in() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                OpenWrtProps.builder()
                    .host(house.server)
                    .homelab(house)
                    .lan(house.lan)
                    .wan(house.outer)
                    .addForwarders(Ip.of("1.1.1.1"))
                    .build())
        .withMessage(
            "host server has [10.7.0.11], none of which is in network outer: give it an address there in its plan");
  }

  @Test
  void rejects_what_is_no_card() {
    var lease = new OpenWrtProps.Lease(NodePlan.worker("house-2", "10.7.0.13"), "DC-A6-32");

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> router(each -> each.addLeases(lease)))
        .withMessageContaining("'DC-A6-32' of house-2 is not the address of a network card");
  }

  @Test
  void rejects_a_route_by_way_of_nobody() {
    var route = new OpenWrtProps.Route("pods", Cidr.of("10.42.0.0/16"), Ip.of("10.8.0.12"));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> router(each -> each.addRoutes(route)))
        .withMessageContaining("route pods by way of 10.8.0.12 cannot be set");
  }

  @Test
  void rejects_to_open_what_is_not_served() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> router(each -> each.addOpen(house.server.service("vault"))))
        .withMessageContaining("host router does not serve vault");
  }

  private OpenWrt router(UnaryOperator<OpenWrtProps.Builder> more) {
    var props =
        OpenWrtProps.builder()
            .host(house.router)
            .homelab(house)
            .lan(house.lan)
            .wan(house.outer)
            .addForwarders(Ip.of("1.1.1.1"));
    return new OpenWrt(new App(), "router", more.apply(props).build());
  }
}

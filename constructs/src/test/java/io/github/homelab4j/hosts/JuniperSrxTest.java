package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpTimers;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import java.time.Duration;
import java.util.List;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class JuniperSrxTest {
  private static final String FILE = "homelab.set";

  @Test
  void peers_with_each_machine_and_takes_its_pools_alone() {
    var house = new House();

    assertThat(router(house))
        .hasKind(house.router, FILE, FileKind.JUNOS)
        .file(house.router, FILE)
        .contains(
            """
            set routing-options router-id 192.168.7.21
            set routing-options autonomous-system 64512
            set protocols bgp precision-timers
            """)
        .contains(
            """
            delete policy-options policy-statement homelab-house
            set policy-options policy-statement homelab-house term inet from route-filter 10.7.0.65/32 prefix-length-range /32-/32
            set policy-options policy-statement homelab-house term inet from route-filter 10.7.0.66/31 prefix-length-range /32-/32
            set policy-options policy-statement homelab-house term inet then accept
            set policy-options policy-statement homelab-house term others then reject
            delete protocols bgp group homelab-house
            set protocols bgp group homelab-house type external
            set protocols bgp group homelab-house local-address 10.7.0.1
            set protocols bgp group homelab-house hold-time 9
            set protocols bgp group homelab-house family inet unicast
            set protocols bgp group homelab-house import homelab-house
            set protocols bgp group homelab-house export homelab-nothing
            set protocols bgp group homelab-house multipath
            set protocols bgp group homelab-house neighbor 10.7.0.12 description house-1
            set protocols bgp group homelab-house neighbor 10.7.0.12 peer-as 64513
            set protocols bgp group homelab-house neighbor 10.7.0.13 description house-2
            set protocols bgp group homelab-house neighbor 10.7.0.13 peer-as 64513
            """)
        .contains("set policy-options policy-statement homelab-nothing then reject\n");
  }

  @Test
  void answers_for_the_names_that_those_inside_get() {
    var house = new House();

    assertThat(router(house))
        .file(house.router, FILE)
        .contains(
            """
            delete system services dns dns-proxy
            set system services dns dns-proxy interface irb.0
            set system services dns dns-proxy default-domain * forwarders 1.1.1.1
            set system services dns dns-proxy cache shop.example.org inet 10.7.0.65
            """)
        .doesNotContain("192.168.7.21\nset system services");
    assertThat(router(house).resolver().hostPort()).isEqualTo("192.168.7.21:53");
  }

  @Test
  void longer_timers_need_no_thread_of_their_own() {
    var house =
        new House() {
          @Override
          BgpTimers timers() {
            return new BgpTimers(
                Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofSeconds(120));
          }
        };

    assertThat(router(house))
        .file(house.router, FILE)
        .contains("hold-time 90\n")
        .doesNotContain("precision-timers");
  }

  @Test
  void says_what_is_signed_by_hand() {
    var house =
        new House() {
          @Override
          BgpPeer peer() {
            var secret = SecretRef.external("bgp", NamespaceRef.of("kube-system"));
            return super.peer().password(secret).hops(2);
          }
        };

    assertThat(router(house)).file(house.router, FILE).contains("multihop ttl 2\n");
    assertThat(router(house).notes())
        .anyMatch(note -> note.contains("set authentication-key of BGP group homelab-house"));
  }

  @Test
  void rejects_a_host_without_bgp() {
    var house = new House();

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                JuniperSrxProps.builder()
                    .host(house.server)
                    .homelab(house)
                    .addForwarders(Ip.of("1.1.1.1"))
                    .build())
        .withMessage("host server does not speak BGP: set bgp in its plan");
  }

  @Test
  void rejects_a_pattern_of_names() {
    var house =
        new House() {
          @Override
          public List<DnsRecord> records() {
            return List.of(new DnsRecord(Hostname.of("*.example.org"), ingress));
          }
        };

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> router(house))
        .withMessageContaining("record *.example.org is a pattern");
  }

  @Test
  void rejects_an_interface_without_its_unit() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                JuniperSrxProps.builder()
                    .host(new House().router)
                    .homelab(new House())
                    .addForwarders(Ip.of("1.1.1.1"))
                    .lanInterface("ge-0/0/1")
                    .build())
        .withMessageContaining("'ge-0/0/1' is not a unit of an interface");
  }

  private static JuniperSrx router(House house) {
    return new JuniperSrx(
        new App(),
        "router",
        JuniperSrxProps.builder()
            .host(house.router)
            .homelab(house)
            .addForwarders(Ip.of("1.1.1.1"))
            .build());
  }
}

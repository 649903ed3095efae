package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.Optional;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class Bind9Test {
  private static final String ZONE = "etc/bind/zones/example.org.zone";
  private static final String REVERSE = "etc/bind/zones/0.7.10.in-addr.arpa.zone";

  @Test
  void answers_with_what_those_inside_get() {
    var house = new House();

    assertThat(server(house))
        .hasKind(house.server, ZONE, FileKind.ZONE)
        .file(house.server, ZONE)
        .contains("$TTL 300\n@ IN SOA server.lan.example.org. hostmaster (\n")
        .endsWith(
            """
            @ IN NS server.lan.example.org.
            shop IN A 10.7.0.65
            router.lan IN A 192.168.7.21
            server.lan IN A 10.7.0.11
            house-1.lan IN A 10.7.0.12
            house-2.lan IN A 10.7.0.13
            """);
  }

  @Test
  void knows_machines_by_their_addresses() {
    var house = new House();

    assertThat(server(house))
        .file(house.server, REVERSE)
        .endsWith(
            """
            @ IN NS server.lan.example.org.
            11 IN PTR server.lan.example.org.
            12 IN PTR house-1.lan.example.org.
            13 IN PTR house-2.lan.example.org.
            """);
    assertThat(server(house))
        .file(house.server, "etc/bind/zones/7.168.192.in-addr.arpa.zone")
        .contains("21 IN PTR router.lan.example.org.\n");
  }

  @Test
  void asks_others_for_everything_else() {
    var house = new House();

    assertThat(server(house))
        .file(house.server, "etc/bind/named.conf.options")
        .contains("  listen-on port 53 { 127.0.0.1; 10.7.0.11; };\n")
        .contains("  allow-query { localhost; 10.7.0.0/24; 192.168.7.0/24; };\n")
        .contains("  allow-transfer { none; };\n")
        .contains("  forwarders { 1.1.1.1; };\n");
    assertThat(server(house))
        .file(house.server, "etc/bind/named.conf.local")
        .contains(
            """
            zone "example.org" {
              type primary;
              file "/etc/bind/zones/example.org.zone";
            };
            """);
    assertThat(server(house).resolver().hostPort()).isEqualTo("10.7.0.11:53");
  }

  @Test
  void the_serial_follows_the_content() {
    var house = new House();
    var other =
        new House() {
          @Override
          public List<DnsRecord> records() {
            return List.of(new DnsRecord(Hostname.of("mall.example.org"), ingress));
          }
        };

    assertThat(serial(house)).isEqualTo(serial(new House())).isNotEqualTo(serial(other));
    assertThat(Long.parseLong(serial(house))).isBetween(1L, 4_294_967_295L);
  }

  @Test
  void a_domain_of_machines_elsewhere_is_a_zone_of_its_own() {
    var house =
        new House() {
          @Override
          public Optional<Hostname> machineDomain() {
            return Optional.of(Hostname.of("home.arpa"));
          }
        };

    assertThat(server(house))
        .file(house.server, "etc/bind/zones/home.arpa.zone")
        .contains("server IN A 10.7.0.11\n");
    assertThat(server(house)).file(house.server, ZONE).doesNotContain("house-1");
  }

  @Test
  void rejects_machines_without_names() {
    var house =
        new House() {
          @Override
          public Optional<Hostname> machineDomain() {
            return Optional.empty();
          }
        };

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> server(house))
        .withMessage(
            "the plan has no domain for machines, and a name server needs a name: set machineDomain, as lan.example.org");
  }

  @Test
  void rejects_to_know_nobody_outside() {
    var house = new House();

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> Bind9Props.builder().host(house.server).homelab(house).build())
        .withMessage("host server has nobody to ask for names outside: add forwarders");
  }

  private static String serial(House house) {
    return server(house).files().stream()
        .filter(file -> file.path().equals(ZONE))
        .flatMap(file -> file.text().lines())
        .filter(line -> line.endsWith("; serial, of the content"))
        .map(line -> line.strip().split(" ")[0])
        .findFirst()
        .orElseThrow();
  }

  private static Bind9 server(House house) {
    return new Bind9(
        new App(),
        "bind9",
        Bind9Props.builder()
            .host(house.server)
            .homelab(house)
            .addForwarders(Ip.of("1.1.1.1"))
            .build());
  }
}

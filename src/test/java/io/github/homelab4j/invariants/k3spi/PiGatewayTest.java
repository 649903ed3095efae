package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ways into k3s-pi. */
class PiGatewayTest {
  private static final String DOMAIN = ".homelab.jacobgade.com";

  /** k3s-pi.md:92: "80→10.0.0.65:80", "443→10.0.0.65:443". */
  @Test
  @Invariant(value = 11, lines = "31, 92, 515")
  void the_gateway_hands_web_traffic_to_nginx() {
    assertThat(Uci.sections("firewall", "redirect"))
        .filteredOn(redirect -> redirect.option("dest_ip").equals("10.0.0.65"))
        .extracting(
            redirect -> redirect.option("src"),
            redirect -> redirect.option("src_dport"),
            redirect -> redirect.option("dest_port"),
            redirect -> redirect.option("proto"))
        .containsExactlyInAnyOrder(
            tuple("wan", "80", "80", "tcp"), tuple("wan", "443", "443", "tcp"));
  }

  /** k3s-pi.md:31: "80/443" and no more. */
  @Test
  @Invariant(value = 12, lines = "31, 92")
  void nothing_else_is_let_in() {
    assertThat(Uci.sections("firewall", "redirect")).hasSize(2);
    assertThat(Uci.sections("firewall", "rule"))
        .noneMatch(rule -> rule.option("dest").equals("lan"));
    assertThat(Uci.sections("firewall", "forwarding"))
        .singleElement()
        .matches(forwarding -> forwarding.option("src").equals("lan"));
    assertThat(Uci.sections("firewall", "zone"))
        .filteredOn(zone -> zone.name().equals("wan"))
        .singleElement()
        .satisfies(
            zone -> {
              assertThat(zone.option("input")).isEqualTo("REJECT");
              assertThat(zone.option("forward")).isEqualTo("DROP");
            });
  }

  /** k3s-pi.md:91: "*.homelab.jacobgade.com → 192.168.0.21"; the zone itself is Cloudflare's. */
  @Test
  @Invariant(value = 13, lines = "91, 140, 510")
  void every_name_of_the_domain_leads_to_the_gateway() {
    assertThat(Pi.PLAN.records())
        .filteredOn(record -> record.view() == DnsRecord.View.OUTSIDE)
        .extracting(record -> record.hostname().name(), record -> record.address())
        .containsExactly(tuple("*" + DOMAIN, Ip.of("192.168.0.21")));
    assertThat(Pi.host("openwrt", "homelab-network.uci"))
        .contains("network.wan.ipaddr='192.168.0.21/24'");
  }

  /** k3s-pi.md:947-951: the host names of the public services. */
  @Test
  @Invariant(value = 14, lines = "91, 947-951")
  void public_names_are_covered_by_the_wildcard() {
    assertThat(Pi.objects("Ingress"))
        .flatExtracting(PiGatewayTest::hosts)
        .allMatch(host -> host.matches("[a-z0-9-]+" + Pattern.quote(DOMAIN)))
        .contains("longhorn" + DOMAIN, "monitoring" + DOMAIN, "hubble" + DOMAIN);
  }

  /** k3s-pi.md:947-951: "Public Services", with "https". */
  @Test
  @Invariant(value = 15, lines = "947-951")
  void public_services_are_four_and_all_have_a_certificate() {
    assertThat(Pi.objects("Ingress"))
        .extracting(
            ingress -> ingress.at("/spec/rules/0/http/paths/0/backend/service/name").asText())
        .containsExactlyInAnyOrder("prometheus", "alertmanager", "longhorn-frontend", "hubble-ui");
    assertThat(Pi.objects("Ingress"))
        .allSatisfy(
            ingress -> {
              assertThat(ingress.at("/spec/rules")).hasSize(1);
              assertThat(ingress.at("/spec/rules/0/http/paths")).hasSize(1);
              assertThat(Pi.texts(ingress.at("/spec/tls/0/hosts"))).isEqualTo(hosts(ingress));
            });
    assertThat(Pi.kinds()).doesNotContain("HTTPRoute", "GRPCRoute", "TLSRoute", "VirtualService");
  }

  /** k3s-pi.md:948-949: "/prometheus", "/alertmanager". */
  @Test
  @Invariant(value = 16, lines = "948-949")
  void prometheus_and_alertmanager_share_a_host() {
    assertThat(Pi.objects("Ingress"))
        .filteredOn(ingress -> hosts(ingress).equals(List.of("monitoring" + DOMAIN)))
        .extracting(
            Manifest::name, ingress -> ingress.at("/spec/rules/0/http/paths/0/path").asText())
        .containsExactlyInAnyOrder(
            tuple("prometheus", "/prometheus"), tuple("alertmanager", "/alertmanager"));
    assertThat(Pi.object("Prometheus monitoring/prometheus").at("/spec/externalUrl").asText())
        .isEqualTo("https://monitoring.homelab.jacobgade.com/prometheus");
    assertThat(Pi.object("Alertmanager monitoring/alertmanager").at("/spec/externalUrl").asText())
        .isEqualTo("https://monitoring.homelab.jacobgade.com/alertmanager");
  }

  /** k3s-pi.md:521 and 528: "Terminate TLS", "HTTP to backend service". */
  @Test
  @Invariant(value = 17, lines = "143, 465, 521, 528")
  void nginx_ends_tls_and_asks_by_http() {
    assertThat(Pi.objects("Ingress"))
        .allSatisfy(
            ingress -> {
              assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
              assertThat(ingress.at("/spec/tls/0/secretName").asText()).isNotEmpty();
              // HTTP is its default; backend-protocol and ssl-passthrough would change it.
              assertThat(ingress.at("/metadata/annotations").fieldNames())
                  .toIterable()
                  .noneMatch(name -> name.startsWith("nginx.ingress.kubernetes.io/"));
            });
    assertThat(Pi.value("ingress-nginx/ingress-nginx", "/controller/extraArgs").isMissingNode())
        .isTrue();
  }

  /** k3s-pi.md:930-944: "SSH tunnel for K8s API", "Access Vault", "Access Minio". */
  @Test
  @Invariant(value = 18, lines = "930-944, 947-951")
  void vault_minio_and_the_api_are_reached_by_tunnel_only() {
    assertThat(Pi.host("workstation", "ssh/config"))
        .contains(
            """
            Host tunnels
              HostName 192.168.0.21
              User root
              ExitOnForwardFailure yes
              LocalForward 127.0.0.1:6443 10.0.0.12:6443
              LocalForward 127.0.0.1:8200 10.0.0.11:8200
              LocalForward 127.0.0.1:9091 10.0.0.11:9091
            """);
    assertThat(Uci.sections("firewall", "redirect"))
        .extracting(redirect -> redirect.option("dest_ip"))
        .containsOnly("10.0.0.65");
    assertThat(Pi.host("node1", "etc/nftables.conf"))
        .contains("type filter hook input priority filter; policy drop;")
        .contains("ip saddr { 10.0.0.0/24 } tcp dport 8200 accept")
        .contains("ip saddr { 10.0.0.0/24 } tcp dport 9091 accept");
    // With these, a Service and so an Ingress could lead out of the cluster.
    assertThat(Pi.kinds()).doesNotContain("EndpointSlice", "Endpoints");
    assertThat(Pi.fields("externalName")).isEmpty();
  }

  /** k3s-pi.md:52 and 104: "Load Balancer IPs (Cilium)", "Cilium CNI". */
  @Test
  @Invariant(value = 19, lines = "52, 104, 767")
  void cilium_is_the_only_network_and_gives_load_balancers_their_addresses() {
    var server = Pi.k3s("node2");
    assertThat(server.path("flannel-backend").asText()).isEqualTo("none");
    assertThat(server.path("disable-network-policy").asBoolean()).isTrue();
    assertThat(server.path("disable-kube-proxy").asBoolean()).isTrue();
    assertThat(Pi.texts(server.path("disable"))).contains("servicelb", "traefik");
    assertThat(Pi.value("kube-system/cilium", "/kubeProxyReplacement").asBoolean()).isTrue();
    assertThat(Pi.kinds())
        .doesNotContainAnyElementsOf(Set.of("IPAddressPool", "Installation", "NetworkAttachment"));
    var block = Pi.object("CiliumLoadBalancerIPPool load-balancers").at("/spec/blocks/0");
    var range = IpRange.of(text(block, "start"), text(block, "stop"));
    assertThat(Pi.fields("lbipam.cilium.io/ips"))
        .hasSize(3)
        .allMatch(address -> range.contains(Ip.of(address)));
  }

  private static List<String> hosts(Manifest ingress) {
    return Pi.items(ingress.at("/spec/rules")).map(rule -> text(rule, "host")).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}

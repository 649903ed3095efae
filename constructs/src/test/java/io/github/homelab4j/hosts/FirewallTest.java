package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.hosts.FirewallProps.Rule;
import io.github.homelab4j.plan.Cidr;
import java.util.List;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class FirewallTest {
  private static final String FILE = "etc/nftables.conf";
  private static final Cidr LAN = Cidr.of("10.9.0.0/24");
  private static final Rule SSH = new Rule(List.of("ssh"), List.of(LAN));

  @Test
  void what_is_not_named_is_dropped() {
    assertThat(firewall(SSH))
        .hasKind(Pis.BOX, FILE, FileKind.NFTABLES)
        .file(Pis.BOX, FILE)
        .startsWith("#!/usr/sbin/nft -f\n")
        .contains(
            "flush ruleset\n",
            "type filter hook input priority filter; policy drop;",
            "ip saddr { 10.9.0.0/24 } tcp dport 22 accept comment \"ssh\"\n")
        .doesNotContain("dport 53", "dport 3260");
  }

  @Test
  void ports_and_protocols_are_the_plans() {
    var rule = new Rule(List.of("dns", "iscsi"), List.of(LAN, Cidr.of("10.8.0.0/24")));

    assertThat(firewall(SSH, rule))
        .file(Pis.BOX, FILE)
        .contains(
            "ip saddr { 10.9.0.0/24, 10.8.0.0/24 } udp dport 53 accept comment \"dns\"\n",
            "ip saddr { 10.9.0.0/24, 10.8.0.0/24 } tcp dport 3260 accept comment \"iscsi\"\n");
  }

  @Test
  void families_of_addresses_have_lines_of_their_own() {
    var rule = new Rule(List.of("dns"), List.of(LAN, Cidr.of("fd00::/64")));

    assertThat(firewall(SSH, rule))
        .file(Pis.BOX, FILE)
        .contains("ip saddr { 10.9.0.0/24 } udp dport 53", "ip6 saddr { fd00::/64 } udp dport 53");
  }

  @Test
  void rejects_a_service_that_the_plan_does_not_have() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> firewall(SSH, new Rule(List.of("http"), List.of(LAN))))
        .withMessageContaining("host box serves no 'http'");
  }

  @Test
  void rejects_a_service_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> firewall(SSH, SSH))
        .withMessage("services [ssh, ssh] have one twice: put all its clients into one rule");
  }

  @Test
  void rejects_a_rule_for_nobody() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> firewall(SSH, new Rule(List.of("dns"), List.of())))
        .withMessageContaining("services [dns] are open for no network");
  }

  @Test
  void rejects_to_lock_the_owner_out() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> firewall(new Rule(List.of("dns"), List.of(LAN))))
        .withMessage(
            "nobody could log in to box by ssh, which its plan serves: add a rule for ssh");
  }

  @Test
  void metrics_are_where_the_plan_says() {
    var exporter =
        new NodeExporterHost(
            new App(), "node-exporter", NodeExporterHostProps.builder().host(Pis.BOX).build());

    assertThat(exporter.metrics().http()).isEqualTo("http://10.9.0.11:9100");
    assertThat(exporter)
        .file(Pis.BOX, "etc/default/prometheus-node-exporter")
        .endsWith("ARGS='--web.listen-address=:9100'\n");
  }

  private static Firewall firewall(Rule... rules) {
    return new Firewall(
        new App(), "firewall", FirewallProps.builder().host(Pis.BOX).addRules(rules).build());
  }
}

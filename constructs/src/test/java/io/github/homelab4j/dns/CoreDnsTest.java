package io.github.homelab4j.dns;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CoreDnsTest {
  @Test
  void answers_at_the_address_that_kubelets_know_under_the_name_that_charts_know() {
    var dns = dns(props());
    assertThat(dns)
        .values()
        .has("/service/clusterIP", "10.245.0.10")
        .has("/service/name", "kube-dns")
        .has("/k8sAppLabelOverride", "kube-dns");
    assertThat(dns.service().host()).isEqualTo("kube-dns.kube-system.svc.cluster.local");
  }

  @Test
  void runs_two_copies_on_two_nodes_of_which_one_may_be_drained() {
    assertThat(dns(props()))
        .values()
        .has("/replicaCount", 2)
        .has("/podDisruptionBudget/maxUnavailable", 1)
        .has(
            "/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector/matchLabels/k8s-app",
            "kube-dns");
    assertThat(dns(props().replicas(1))).values().hasNo("/podDisruptionBudget").hasNo("/affinity");
  }

  @Test
  void resolves_the_homelabs_names_itself_and_asks_others_for_the_rest() {
    assertThat(
            dns(
                props()
                    .addRecord(record("git.example.org", "10.9.0.200"))
                    .addRecord(record("*.example.org", "203.0.113.7").fromOutside())
                    .addUpstream(Ip.of("10.9.0.1"))))
        .values()
        .has("/servers/0/plugins/3/name", "hosts")
        .has("/servers/0/plugins/3/configBlock", "10.9.0.200 git.example.org\nttl 60\nfallthrough")
        .has("/servers/0/plugins/4/name", "kubernetes")
        .has("/servers/0/plugins/6/parameters", ". 10.9.0.1");
  }

  @Test
  void asks_the_nodes_servers_by_default() {
    assertThat(dns(props()))
        .values()
        .has("/servers/0/plugins/3/name", "kubernetes")
        .has("/servers/0/plugins/5/parameters", ". /etc/resolv.conf");
  }

  @Test
  void asks_a_name_server_of_the_home() {
    assertThat(dns(props().addServers(server())))
        .values()
        .has("/servers/0/plugins/5/name", "forward")
        .has("/servers/0/plugins/5/parameters", ". 10.9.0.11:53");
  }

  @Test
  void rejects_servers_that_answer_differently_by_turns() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addServers(server()).addUpstream(Ip.of("9.9.9.9")).build())
        .withMessage(
            "upstreams are [9.9.9.9], and servers [10.9.0.11:53] as well, which would be asked by turns and answer differently: leave one out");
  }

  @Test
  void is_monitored_by_its_own_metrics_service() {
    assertThat(dns(props()))
        .values()
        .has("/prometheus/service/enabled", true)
        .has("/prometheus/monitor/enabled", true);
    assertThat(dns(props()).facts())
        .extracting("name")
        .containsExactly("kube-dns", "coredns-metrics", "coredns");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0: without DNS no Service is found: run at least 1");
  }

  @Test
  void rejects_patterns() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addRecord(record("*.example.org", "10.9.0.200")).build())
        .withMessage(
            "record *.example.org is a pattern, which a hosts block does not know: list the names");
  }

  private static CoreDnsProps.Builder props() {
    var builder = CoreDnsProps.builder();
    builder.address(Ip.of("10.245.0.10"));
    return builder;
  }

  private static CoreDns dns(CoreDnsProps.Builder props) {
    return new CoreDns(new App(), "coredns", props.build());
  }

  private static DnsRecord record(String name, String address) {
    return new DnsRecord(Hostname.of(name), Ip.of(address));
  }

  private static HostServiceRef server() {
    var host =
        HostPlan.builder()
            .name("node1")
            .purpose("name server")
            .addAddresses(Ip.of("10.9.0.11"))
            .addServices(HostService.udp("dns", 53, "names of the home"))
            .build();
    return HostServiceRef.of(host, "dns", Loss.DEGRADES);
  }
}

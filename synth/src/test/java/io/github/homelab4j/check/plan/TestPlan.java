package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plan whose parts a test adds. */
final class TestPlan implements HomelabPlan {
  static final Network LAN = Network.lan("lan", "10.0.0.0/24");

  final List<ClusterPlan> clusters = new ArrayList<>();
  final List<Network> networks = new ArrayList<>();
  final List<HostPlan> hosts = new ArrayList<>();
  final List<DnsRecord> records = new ArrayList<>();
  final List<Hostname> domains = new ArrayList<>(List.of(Hostname.of("example.org")));

  static TestPlan of(ClusterPlan... clusters) {
    var plan = new TestPlan();
    plan.clusters.addAll(List.of(clusters));
    return plan;
  }

  /** A cluster in the LAN: 10.0.0.11, pods 10.10.0.0/16 and Services 10.20.0.0/16. */
  static ClusterPlan.Builder one() {
    return cluster("one", 1);
  }

  /** Another in the LAN: 10.0.0.21, pods 10.11.0.0/16 and Services 10.21.0.0/16. */
  static ClusterPlan.Builder two() {
    return cluster("two", 2);
  }

  private static ClusterPlan.Builder cluster(String name, int number) {
    return bare(name)
        .nodeNetwork(LAN)
        .addNodes(NodePlan.controlPlane(name + "-1", "10.0.0.%s1".formatted(number)))
        .apiEndpoint(Ip.of("10.0.0.%s1".formatted(number)))
        .pods(Cidr.of("10.1%s.0.0/16".formatted(number - 1)))
        .services(Cidr.of("10.2%s.0.0/16".formatted(number - 1)));
  }

  static ClusterPlan.Builder bare(String name) {
    return ClusterPlan.builder()
        .name(name)
        .purpose("Example.")
        .kubernetesVersion(Version.of("1.35.0"));
  }

  static HostPlan.Builder host(String name, String address) {
    return HostPlan.builder().name(name).purpose("example").addAddresses(Ip.of(address));
  }

  static DnsRecord record(String name, String address) {
    return new DnsRecord(Hostname.of(name), Ip.of(address));
  }

  /** What the rules of plans find, as lines. */
  List<String> findings() {
    return Checks.ofPlan(this).findings().stream()
        .map(finding -> finding.code() + " " + finding.path() + ": " + finding.message())
        .toList();
  }

  TestPlan with(Network... more) {
    networks.addAll(List.of(more));
    return this;
  }

  TestPlan with(HostPlan... more) {
    hosts.addAll(List.of(more));
    return this;
  }

  TestPlan with(DnsRecord... more) {
    records.addAll(List.of(more));
    return this;
  }

  @Override
  public String name() {
    return "example";
  }

  @Override
  public Hostname domain() {
    return domains.get(0);
  }

  @Override
  public List<Hostname> domains() {
    return domains;
  }

  @Override
  public GitSource git() {
    return new GitSource("https://example.org/homelab", "main", Duration.ofMinutes(10));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return clusters;
  }

  @Override
  public List<Network> networks() {
    return networks;
  }

  @Override
  public List<HostPlan> hosts() {
    return hosts;
  }

  @Override
  public List<DnsRecord> records() {
    return records;
  }
}

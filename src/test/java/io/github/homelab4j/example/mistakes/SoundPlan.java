package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A plan of two clusters with nothing wrong in it; a mistake changes one of its parts. */
class SoundPlan implements HomelabPlan {
  static final String VAULT = "https://vault.example.org:8200";

  final LoadBalancerPool housePool =
      new LoadBalancerPool("house", IpRange.of("192.0.2.100", "192.0.2.119"));
  final Reservation gateway = housePool.reserve("gateway", "192.0.2.100");
  final LoadBalancerPool shedPool =
      new LoadBalancerPool("shed", IpRange.of("192.0.2.120", "192.0.2.139"));

  private final ClusterPlan house;
  private final ClusterPlan shed;

  SoundPlan() {
    this(UnaryOperator.identity());
  }

  /** With the house's part changed. */
  SoundPlan(UnaryOperator<ClusterPlan.Builder> change) {
    house = change.apply(house()).build();
    shed = shed().build();
  }

  private ClusterPlan.Builder house() {
    return ClusterPlan.builder()
        .name("house")
        .purpose("Everything at home.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(Cidr.of("192.0.2.0/24"))
        .addNodes(
            new NodePlan("house-1", Ip.of("192.0.2.11"), true, List.of()),
            new NodePlan("house-2", Ip.of("192.0.2.12"), true, List.of()),
            new NodePlan("house-3", Ip.of("192.0.2.13"), true, List.of()))
        .pods(Cidr.of("10.42.0.0/16"))
        .services(Cidr.of("10.43.0.0/16"))
        .apiEndpoint(Ip.of("192.0.2.9"))
        .loadBalancers(housePool)
        .bgp(new BgpPlan(64513, List.of(new BgpPeer("router", Ip.of("192.0.2.1"), 64512))))
        .mesh(new MeshPlan("house", 1, housePool.reserve("clustermesh", "192.0.2.119")));
  }

  private ClusterPlan.Builder shed() {
    return ClusterPlan.builder()
        .name("shed")
        .purpose("A spare.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(Cidr.of("192.0.2.0/24"))
        .addNodes(new NodePlan("shed-1", Ip.of("192.0.2.21"), true, List.of()))
        .pods(Cidr.of("10.44.0.0/16"))
        .services(Cidr.of("10.45.0.0/16"))
        .apiEndpoint(Ip.of("192.0.2.21"))
        .loadBalancers(shedPool)
        .bgp(new BgpPlan(64514, List.of(new BgpPeer("router", Ip.of("192.0.2.1"), 64512))))
        .mesh(new MeshPlan("shed", 2, shedPool.reserve("clustermesh", "192.0.2.139")));
  }

  /** The first cluster. */
  final ClusterPlan first() {
    return house;
  }

  /** The second cluster. */
  final ClusterPlan second() {
    return shed;
  }

  @Override
  public String name() {
    return "sound";
  }

  @Override
  public Hostname domain() {
    return Hostname.of("example.org");
  }

  @Override
  public GitSource git() {
    return new GitSource("https://git.example.net/homelab", "main", Duration.ofMinutes(10));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return List.of(house, shed);
  }

  @Override
  public List<DnsRecord> records() {
    return List.of(
        new DnsRecord(Hostname.of("shop.example.org"), gateway.address()),
        new DnsRecord(Hostname.of("stock.example.org"), gateway.address()));
  }

  @Override
  public List<OutsideService> outside() {
    return List.of(new OutsideService("Vault", "holds the secrets", VAULT));
  }
}

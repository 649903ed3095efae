package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.Lighthouse;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.plan.PortForward;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A plan of two clusters with nothing wrong in it; a mistake changes one of its parts: it overrides
 * a method, or adds to the house's cluster.
 */
class SoundPlan implements HomelabPlan {
  static final String VAULT = "https://vault.example.org:8200";

  final HostPlan router = router();
  final Network lan = lan();
  final LoadBalancerPool housePool = housePool();
  final Reservation gateway = housePool.reserve("gateway", "192.0.2.100");
  final Reservation houseMesh = housePool.reserve("clustermesh", "192.0.2.119");
  final LoadBalancerPool shedPool = lan.pool("shed", "192.0.2.140", "192.0.2.159");
  final Reservation shedMesh = shedPool.reserve("clustermesh", "192.0.2.159");

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

  HostPlan router() {
    return HostPlan.builder()
        .name("router")
        .purpose("gateway and DNS server")
        .addAddresses(Ip.of("192.0.2.1"))
        .addServices(HostService.udp("dns", 53, "names"))
        .bgp(new BgpRouter(64512))
        .build();
  }

  Network lan() {
    return Network.builder()
        .name("lan")
        .addRanges(Cidr.of("192.0.2.0/24"))
        .addGateways(Ip.of("192.0.2.1"))
        .addDns(Ip.of("192.0.2.1"))
        .addDhcp(IpRange.of("192.0.2.200", "192.0.2.240"))
        .build();
  }

  LoadBalancerPool housePool() {
    return lan.pool("house", "192.0.2.100", "192.0.2.119");
  }

  List<NodePlan> nodes() {
    return List.of(
        NodePlan.controlPlane("house-1", "192.0.2.11"),
        NodePlan.controlPlane("house-2", "192.0.2.12"),
        NodePlan.controlPlane("house-3", "192.0.2.13"),
        NodePlan.worker("house-4", "192.0.2.14"));
  }

  Cidr pods() {
    return Cidr.of("10.42.0.0/16");
  }

  Cidr services() {
    return Cidr.of("10.43.0.0/16");
  }

  Ip api() {
    return Ip.of("192.0.2.9");
  }

  Optional<Cidr> nativeRouting() {
    return Optional.empty();
  }

  BgpPlan bgp() {
    return new BgpPlan(64513, List.of(BgpPeer.of(router)));
  }

  MeshPlan mesh() {
    return new MeshPlan("house", 1, houseMesh);
  }

  Network overlay() {
    return Network.builder()
        .name("nebula")
        .kind(Network.Kind.OVERLAY)
        .addRanges(Cidr.of("10.50.0.0/16"))
        .addLighthouses(lighthouse())
        .build();
  }

  Lighthouse lighthouse() {
    return new Lighthouse("far", Ip.of("10.50.0.1"), Hostname.of("far.example.net"));
  }

  HostPlan nas() {
    return HostPlan.builder()
        .name("nas")
        .purpose("storage")
        .addAddresses(Ip.of("192.0.2.30"))
        .addServices(HostService.tcp("nfs", 2049, "volumes"))
        .runsDocker(true)
        .build();
  }

  private ClusterPlan.Builder house() {
    return ClusterPlan.builder()
        .name("house")
        .purpose("Everything at home.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(lan)
        .addAllNodes(nodes())
        .pods(pods())
        .services(services())
        .apiEndpoint(api())
        .addPools(housePool)
        .nativeRouting(nativeRouting())
        .bgp(bgp())
        .mesh(mesh());
  }

  private ClusterPlan.Builder shed() {
    return ClusterPlan.builder()
        .name("shed")
        .purpose("A spare.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(lan)
        .addNodes(NodePlan.controlPlane("shed-1", "192.0.2.21"))
        .pods(Cidr.of("10.44.0.0/16"))
        .services(Cidr.of("10.45.0.0/16"))
        .apiEndpoint(Ip.of("192.0.2.21"))
        .addPools(shedPool)
        .bgp(new BgpPlan(64514, List.of(BgpPeer.of(router))))
        .mesh(new MeshPlan("shed", 2, shedMesh));
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
  public List<Network> networks() {
    return List.of(overlay());
  }

  @Override
  public List<HostPlan> hosts() {
    return List.of(router, nas());
  }

  @Override
  public List<DnsRecord> records() {
    return List.of(
        new DnsRecord(Hostname.of("shop.example.org"), gateway.address()),
        new DnsRecord(Hostname.of("stock.example.org"), gateway.address()));
  }

  @Override
  public Optional<Hostname> machineDomain() {
    return Optional.of(Hostname.of("lan.example.org"));
  }

  @Override
  public List<PortForward> forwards() {
    return List.of(PortForward.tcp("https", router, 443, gateway.address()));
  }

  @Override
  public List<OutsideService> outside() {
    return List.of(new OutsideService("Vault", "holds the secrets", VAULT));
  }
}

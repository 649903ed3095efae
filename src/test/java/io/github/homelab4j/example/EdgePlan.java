package io.github.homelab4j.example;

import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.BgpTimers;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.PortForward;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Networks and machines around a cluster; what a test changes is one of its methods. */
public class EdgePlan implements HomelabPlan {
  final HostPlan gateway =
      HostPlan.builder()
          .name("gateway")
          .purpose("OpenWrt: the way in")
          .addAddresses(Ip.of("192.168.7.21"), Ip.of("10.7.0.1"))
          .addServices(HostService.tcp("ssh", 22, "administration"))
          .build();
  final HostPlan router =
      HostPlan.builder()
          .name("router")
          .purpose("Juniper SRX: BGP")
          .addAddresses(Ip.of("10.7.0.2"))
          .addServices(HostService.udp("dns", 53, "names"))
          .bgp(new BgpRouter(routerAsn()))
          .build();
  final HostPlan server =
      HostPlan.builder()
          .name("server")
          .purpose("names, secrets, objects, files")
          .addAddresses(Ip.of(serverAddress()))
          .addServices(
              HostService.udp("dns", 53, "names"),
              HostService.tcp("vault", 8200, "secrets"),
              HostService.tcp("s3", 9091, "objects"),
              HostService.tcp("s3-proxy", 9000, "objects"),
              HostService.tcp("nfs", 2049, "files"),
              HostService.tcp("kube-api", 6443, "the Kubernetes API"))
          .build();
  final Network outer =
      Network.builder()
          .name("outer")
          .addRanges(Cidr.of("192.168.7.0/24"))
          .addGateways(Ip.of("192.168.7.1"))
          .build();
  final Network lan =
      Network.builder()
          .name("lan")
          .addRanges(Cidr.of("10.7.0.0/24"))
          .addGateways(Ip.of("10.7.0.1"))
          .addDns(server.address())
          .addDhcp(IpRange.of("10.7.0.200", "10.7.0.240"))
          .build();
  final LoadBalancerPool pool = lan.pool("edge", "10.7.0.65", "10.7.0.72");
  final Reservation ingress = pool.reserve("gateway", ingressAddress());
  final ClusterPlan cluster =
      ClusterPlan.builder()
          .name("edge")
          .purpose("A cluster with machines around it.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(lan)
          .addNodes(
              NodePlan.controlPlane("edge-1", "10.7.0.12"),
              NodePlan.worker("edge-2", workerAddress()))
          .pods(Cidr.of("10.42.0.0/16"))
          .services(Cidr.of("10.43.0.0/16"))
          .apiEndpoint(Ip.of("10.7.0.12"))
          .addPools(pool)
          .bgp(new BgpPlan(clusterAsn(), List.of(BgpPeer.of(router).timers(timers()))))
          .build();

  /** The router's autonomous system. */
  protected long routerAsn() {
    return 64512;
  }

  /** The cluster's autonomous system. */
  protected long clusterAsn() {
    return 64513;
  }

  /** Timers of their sessions. */
  protected BgpTimers timers() {
    return BgpTimers.FAST;
  }

  /** Where the second machine is. */
  protected String workerAddress() {
    return "10.7.0.13";
  }

  /** Where host names are served. */
  protected String ingressAddress() {
    return "10.7.0.65";
  }

  /** Where the machine beside the cluster is. */
  protected String serverAddress() {
    return "10.7.0.11";
  }

  @Override
  public String name() {
    return "edge";
  }

  @Override
  public Hostname domain() {
    return Hostname.of("example.org");
  }

  @Override
  public GitSource git() {
    return new GitSource("https://git.example.net/edge", "main", Duration.ofMinutes(10));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return List.of(cluster);
  }

  @Override
  public List<Network> networks() {
    return List.of(outer);
  }

  @Override
  public List<HostPlan> hosts() {
    return List.of(gateway, router, server);
  }

  @Override
  public List<DnsRecord> records() {
    return List.of(
        new DnsRecord(hubble(), ingress.address()),
        new DnsRecord(Hostname.of("*." + domain()), gateway.address()).fromOutside());
  }

  @Override
  public Optional<Hostname> machineDomain() {
    return Optional.of(Hostname.of("lan").in(domain()));
  }

  @Override
  public List<PortForward> forwards() {
    return List.of(PortForward.tcp("https", gateway, 443, ingress.address()));
  }

  @Override
  public List<Ip> outsideAddresses() {
    return resolvers();
  }

  /** Resolvers outside. */
  List<Ip> resolvers() {
    return List.of(Ip.of("1.1.1.1"));
  }

  /** The network's flows. */
  Hostname hubble() {
    return Hostname.of("hubble").in(domain());
  }
}

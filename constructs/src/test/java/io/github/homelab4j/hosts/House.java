package io.github.homelab4j.hosts;

import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
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
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A plan with machines outside Kubernetes, for their tests. */
class House implements HomelabPlan {
  static final SecretStoreRef STORE = new SecretStoreRef("vault", Provider.external("Vault"));

  final HostPlan router =
      HostPlan.builder()
          .name("router")
          .purpose("router")
          .addAddresses(Ip.of("192.168.7.21"), Ip.of("10.7.0.1"))
          .addServices(
              HostService.udp("dns", 53, "names"), HostService.tcp("ssh", 22, "administration"))
          .bgp(new BgpRouter(64512))
          .build();
  final HostPlan server =
      HostPlan.builder()
          .name("server")
          .purpose("names, secrets, objects")
          .addAddresses(Ip.of("10.7.0.11"))
          .addServices(
              HostService.udp("dns", 53, "names"),
              HostService.tcp("vault", 8200, "secrets"),
              HostService.tcp("s3", 9091, "objects"),
              HostService.tcp("minio-console", 9092, "objects, for people"),
              HostService.tcp("s3-proxy", 9000, "objects"),
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
          .addDns(Ip.of("10.7.0.11"))
          .addDhcp(IpRange.of("10.7.0.200", "10.7.0.240"))
          .build();
  final LoadBalancerPool pool = lan.pool("house", "10.7.0.65", "10.7.0.67");
  final Ip ingress = pool.reserve("ingress", "10.7.0.65").address();

  List<NodePlan> nodes() {
    return List.of(
        NodePlan.controlPlane("house-1", "10.7.0.12"), NodePlan.worker("house-2", "10.7.0.13"));
  }

  BgpTimers timers() {
    return BgpTimers.FAST;
  }

  long asn() {
    return 64513;
  }

  BgpPeer peer() {
    return new BgpPeer("router", Ip.of("10.7.0.1"), 64512).timers(timers());
  }

  ClusterPlan cluster() {
    return cluster("house");
  }

  ClusterPlan cluster(String name) {
    return ClusterPlan.builder()
        .name(name)
        .purpose("Everything.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(lan)
        .addAllNodes(nodes())
        .pods(Cidr.of("10.42.0.0/16"))
        .services(Cidr.of("10.43.0.0/16"))
        .apiEndpoint(Ip.of("10.7.0.12"))
        .addPools(pool)
        .bgp(new BgpPlan(asn(), List.of(peer())))
        .build();
  }

  @Override
  public String name() {
    return "house";
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
    return List.of(cluster());
  }

  @Override
  public List<Network> networks() {
    return List.of(outer);
  }

  @Override
  public List<HostPlan> hosts() {
    return List.of(router, server);
  }

  @Override
  public List<DnsRecord> records() {
    return List.of(
        new DnsRecord(Hostname.of("shop.example.org"), ingress),
        new DnsRecord(Hostname.of("*.example.org"), router.address()).fromOutside());
  }

  @Override
  public Optional<Hostname> machineDomain() {
    return Optional.of(Hostname.of("lan.example.org"));
  }

  @Override
  public List<PortForward> forwards() {
    return List.of(
        PortForward.tcp("http", router, 80, ingress),
        PortForward.tcp("https", router, 443, ingress));
  }
}

package io.github.homelab4j.stacks.k3spi;

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
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.plan.PortForward;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an owner changes when taking over k3s-pi: networks, machines, addresses, names
 * and outside services.
 *
 * <p>Two Raspberry Pi 5 with 4 cores and 8 GB of memory each carry the cluster: 8 cores and 16 GB.
 * Their disks are on node1, by iSCSI: its NVMe SSD of 200 GB holds 30 GB of root file system and a
 * volume group of 170 GB, from which two thin volumes of 100 GB each are lent out.
 */
public final class K3sPiPlan implements HomelabPlan {
  private final Hostname domain = Hostname.of("homelab.jacobgade.com");

  // The document gives the outer address alone; routers of the LAN are at .1 by habit.
  private final HostPlan gateway =
      HostPlan.builder()
          .name("openwrt")
          .purpose("OpenWrt gateway: NAT, port forwarding, SSH jump host")
          .addAddresses(Ip.of("192.168.0.21"), Ip.of("10.0.0.1"))
          .addServices(
              HostService.tcp("ssh", 22, "jump host to the machines inside"),
              HostService.udp("dhcp", 67, "addresses of guests in the LAN"))
          .build();

  private final HostPlan node1 =
      HostPlan.builder()
          .name("node1")
          .purpose("External services: names, secrets, object store, disks of the cluster")
          .addAddresses(Ip.of("10.0.0.11"))
          .addServices(
              HostService.udp("dns", 53, "Bind9: names of the homelab, and everything else"),
              HostService.tcp("dns-tcp", 53, "Bind9: answers that are too long for a datagram"),
              HostService.tcp("vault", 8200, "Vault: the secrets that External Secrets reads"),
              HostService.tcp("s3", 9091, "MinIO: backups of machines, volumes and the cluster"),
              HostService.tcp("minio-console", 9092, "MinIO: its web interface"),
              HostService.tcp("iscsi", 3260, "iSCSI target: the disks of node2 and node3"),
              HostService.tcp("kube-api", 6443, "HAProxy: the Kubernetes API of node2"),
              HostService.tcp("s3-proxy", 9000, "HAProxy: MinIO's endpoint"),
              HostService.tcp("node-exporter", 9100, "metrics of the machine"),
              HostService.tcp("ssh", 22, "administration"))
          .build();

  private final Network external =
      Network.builder()
          .name("external")
          .addRanges(Cidr.of("192.168.0.0/24"))
          .addGateways(Ip.of("192.168.0.1"))
          .build();

  private final Network lan =
      Network.builder()
          .name("internal")
          .addRanges(Cidr.of("10.0.0.0/24"))
          .addGateways(Ip.of("10.0.0.1"))
          .addDns(node1.address())
          .addDhcp(IpRange.of("10.0.0.100", "10.0.0.199"))
          .build();

  private final LoadBalancerPool pool = lan.pool("k3s-pi", "10.0.0.65", "10.0.0.67");
  private final Reservation ingress = pool.reserve("ingress-nginx", "10.0.0.65");
  private final Reservation fluentd = pool.reserve("fluentd", "10.0.0.66");
  private final Reservation istio = pool.reserve("istio-gateway", "10.0.0.67");

  private final ClusterPlan cluster =
      ClusterPlan.builder()
          .name("k3s-pi")
          .purpose(
              "K3s on two Raspberry Pis, with disks, names, secrets and backups of a server beside it.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(lan)
          .addNodes(
              NodePlan.controlPlane("node2", "10.0.0.12"), NodePlan.worker("node3", "10.0.0.13"))
          .pods(Cidr.of("10.42.0.0/16"))
          .services(Cidr.of("10.43.0.0/16"))
          .apiEndpoint(Ip.of("10.0.0.12"))
          .addPools(pool)
          .recoveryTime("30 to 60 minutes")
          .build();

  @Override
  public String name() {
    return "k3s-pi";
  }

  @Override
  public Hostname domain() {
    return domain;
  }

  @Override
  public GitSource git() {
    return new GitSource("https://github.com/JacobCGade/homelab", "master", Duration.ofMinutes(1));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return List.of(cluster);
  }

  @Override
  public List<DnsRecord> records() {
    return List.of(
        new DnsRecord(longhorn(), ingress.address()),
        new DnsRecord(monitoring(), ingress.address()),
        new DnsRecord(hubble(), ingress.address()),
        new DnsRecord(wildcard(), gateway.address()).fromOutside());
  }

  @Override
  public List<OutsideService> outside() {
    return List.of(
        new OutsideService(
            "GitHub", "holds this repository, which Flux looks at every minute", git().url()),
        new OutsideService(
            "Cloudflare DNS",
            "holds the zone, with one record " + wildcard() + ", and answers DNS-01 challenges",
            "https://api.cloudflare.com"),
        new OutsideService(
            "Let's Encrypt",
            "signs the certificates",
            "https://acme-v02.api.letsencrypt.org/directory"),
        new OutsideService("Slack", "is told of alerts", "https://hooks.slack.com"));
  }

  @Override
  public List<Ip> outsideAddresses() {
    return publicResolvers();
  }

  /** Web traffic reaches the Ingress controller; nothing else is let in. */
  @Override
  public List<PortForward> forwards() {
    return List.of(
        PortForward.tcp("http", gateway, 80, ingress.address()),
        PortForward.tcp("https", gateway, 443, ingress.address()));
  }

  /** Names of machines, which Bind9 knows. */
  @Override
  public Optional<Hostname> machineDomain() {
    return Optional.of(name("lan"));
  }

  @Override
  public List<Network> networks() {
    return List.of(external);
  }

  @Override
  public List<HostPlan> hosts() {
    return List.of(gateway, node1);
  }

  /** The gateway between the two networks. */
  public HostPlan gateway() {
    return gateway;
  }

  /** The server beside the cluster. */
  public HostPlan node1() {
    return node1;
  }

  /** The network of the machines. */
  public Network lan() {
    return lan;
  }

  /** The network behind the provider's router, which the gateway is a guest in. */
  public Network external() {
    return external;
  }

  /** The cluster. */
  public ClusterPlan cluster() {
    return cluster;
  }

  /** Where host names are served. */
  public Reservation ingress() {
    return ingress;
  }

  /** Where machines send their logs. */
  public Reservation fluentd() {
    return fluentd;
  }

  /** The gateway of the mesh, which is for inside only. */
  public Reservation istio() {
    return istio;
  }

  /** What Cloudflare answers with the gateway's address. */
  public Hostname wildcard() {
    return Hostname.of("*." + domain);
  }

  /** Volumes. */
  public Hostname longhorn() {
    return name("longhorn");
  }

  /** Prometheus and Alertmanager, by path. */
  public Hostname monitoring() {
    return name("monitoring");
  }

  /** Flows of the network. */
  public Hostname hubble() {
    return name("hubble");
  }

  /** Dashboards, once they are switched on. */
  public Hostname grafana() {
    return name("grafana");
  }

  /** The zone at Cloudflare. */
  public Hostname zone() {
    return Hostname.of("jacobgade.com");
  }

  /** The interface of the Pis, as the regular expression by which Cilium finds it. */
  public String networkInterface() {
    return "^eth0$";
  }

  /** The part of node1's SSD behind its root file system; look yours up in /dev/disk/by-id. */
  public String diskOfNode1() {
    return "/dev/disk/by-id/nvme-node1-part3";
  }

  /**
   * Who may log in to the machines. Put your own public key here: nobody has the private one of
   * this.
   */
  public List<String> sshKeys() {
    return List.of(
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEtny6aSqgItzBIsY2jQmOlMhWp8MqofEUeKukA0fAPN owner@homelab.jacobgade.com");
  }

  /** Where the machines are: logs of programs that tell no time zone are of this one. */
  public ZoneId timeZone() {
    return ZoneId.of("Europe/Copenhagen");
  }

  /** Resolvers outside: what Bind9 asks, and where cert-manager looks for its challenges. */
  public List<Ip> publicResolvers() {
    return List.of(Ip.of("1.1.1.1"), Ip.of("9.9.9.9"));
  }

  /** The account of the ACME authority. */
  public String acmeEmail() {
    return "admin@jacobgade.com";
  }

  private Hostname name(String label) {
    return Hostname.of(label).in(domain);
  }
}

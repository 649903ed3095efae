package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.BgpPlan;
import io.github.homelab4j.plan.BgpRouter;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.DiskPlan.Partition;
import io.github.homelab4j.plan.DiskPlan.Use;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.OutsideService;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.plan.TalosPlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;

/**
 * Everything that an owner changes when taking over infra-apps: networks, machines, addresses,
 * names and outside services.
 *
 * <p>What runs in infra asks for about 15 GiB of memory a machine, and in apps for about 8: take
 * machines of 32 GiB and 16 GiB, or shrink sizes in the stacks.
 *
 * <p>The LAN is 10.25.11.0/24. Both load-balancer pools lie inside it, so they are announced by BGP
 * for what is routed and by L2 for the LAN itself.
 */
public final class InfraAppsPlan implements HomelabPlan {
  private static final Version KUBERNETES = Version.of("1.35.0");

  // Microcode for processors of both makers: that of the other one is ignored. Builds and log
  // shippers watch many files.
  private static final TalosPlan TALOS =
      TalosPlan.builder()
          .version(Version.of("v1.12.1"))
          .networkInterface("enp1s0")
          .workloadsOnControlPlane(true)
          .addExtensions("siderolabs/amd-ucode", "siderolabs/intel-ucode")
          .putSysctl("fs.inotify.max_user_watches", "1048576")
          .addTimeServers(Hostname.of("time.cloudflare.com"))
          .build();

  // Holds the pods of both clusters, with room for more clusters.
  private static final Cidr POD_ROUTING = Cidr.of("10.240.0.0/12");

  private final Hostname domain = Hostname.of("monosense.io");
  private final HostPlan srx320 =
      HostPlan.builder()
          .name("srx320")
          .purpose(
              "Juniper SRX320: gateway of the LAN, its DNS server, and BGP peer of both clusters")
          .addAddresses(Ip.of("10.25.11.1"))
          .addServices(
              HostService.udp("dns", 53, "names of the homelab, and everything else"),
              HostService.tcp("ssh", 22, "configuration"))
          .bgp(new BgpRouter(64512))
          .build();
  private final Network lan =
      Network.builder()
          .name("lan")
          .addRanges(Cidr.of("10.25.11.0/24"))
          .addGateways(srx320.address())
          .addDns(srx320.address())
          .build();

  private final LoadBalancerPool infraPool = lan.pool("infra", "10.25.11.200", "10.25.11.249");
  private final Reservation infraGateway = infraPool.reserve("gateway", "10.25.11.200");
  private final Reservation infraMeshAddress = infraPool.reserve("clustermesh", "10.25.11.248");
  private final Reservation infraKubeApi = infraPool.reserve("kube-api", "10.25.11.249");

  private final LoadBalancerPool appsPool = lan.pool("apps", "10.25.11.100", "10.25.11.199");
  private final Reservation appsGateway = appsPool.reserve("gateway", "10.25.11.100");
  private final Reservation gitlabShell = appsPool.reserve("gitlab-shell");
  private final Reservation appsMeshAddress = appsPool.reserve("clustermesh", "10.25.11.198");
  private final Reservation appsKubeApi = appsPool.reserve("kube-api", "10.25.11.199");

  private final ClusterPlan infra =
      ClusterPlan.builder()
          .name("infra")
          .purpose(
              "Platform services of infra-apps: storage, databases, identity and observability, for this cluster and for apps.")
          .kubernetesVersion(KUBERNETES)
          .talos(TALOS)
          .nodeNetwork(lan)
          .addNodes(
              infraNode("infra-1", "10.25.11.11"),
              infraNode("infra-2", "10.25.11.12"),
              infraNode("infra-3", "10.25.11.13"))
          .pods(Cidr.of("10.244.0.0/16"))
          .services(Cidr.of("10.245.0.0/16"))
          .nativeRouting(POD_ROUTING)
          .apiEndpoint(Ip.of("10.25.11.9"))
          .addPools(infraPool)
          .bgp(new BgpPlan(64513, List.of(BgpPeer.of(srx320))))
          .mesh(new MeshPlan("infra", 1, infraMeshAddress))
          .build();

  private final ClusterPlan apps =
      ClusterPlan.builder()
          .name("apps")
          .purpose(
              "Application workloads of infra-apps: GitLab, Harbor, Kafka and the runners. It needs infra's databases, storage and logins.")
          .kubernetesVersion(KUBERNETES)
          .talos(TALOS)
          .nodeNetwork(lan)
          .addNodes(
              appsNode("apps-1", "10.25.11.14"),
              appsNode("apps-2", "10.25.11.15"),
              appsNode("apps-3", "10.25.11.16"))
          .pods(Cidr.of("10.246.0.0/16"))
          .services(Cidr.of("10.247.0.0/16"))
          .nativeRouting(POD_ROUTING)
          .apiEndpoint(Ip.of("10.25.11.10"))
          .addPools(appsPool)
          .bgp(new BgpPlan(64514, List.of(BgpPeer.of(srx320))))
          .mesh(new MeshPlan("apps", 2, appsMeshAddress))
          .build();

  @Override
  public String name() {
    return "infra-apps";
  }

  @Override
  public Hostname domain() {
    return domain;
  }

  @Override
  public GitSource git() {
    return new GitSource("https://github.com/monosense/home-ops", "main", Duration.ofMinutes(10));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return List.of(infra, apps);
  }

  @Override
  public List<DnsRecord> records() {
    return List.of(
        new DnsRecord(grafana(), infraGateway.address()),
        new DnsRecord(keycloak(), infraGateway.address()),
        new DnsRecord(hubbleInfra(), infraGateway.address()),
        new DnsRecord(gitlab(), appsGateway.address()),
        new DnsRecord(gitlabSsh(), gitlabShell.address()),
        new DnsRecord(gitlabRegistry(), appsGateway.address()),
        new DnsRecord(harbor(), appsGateway.address()),
        new DnsRecord(hubbleApps(), appsGateway.address()));
  }

  @Override
  public List<OutsideService> outside() {
    return List.of(
        new OutsideService(
            "GitHub",
            "holds this repository: the single source of truth that Flux pulls",
            git().url()),
        new OutsideService(
            "GitHub Actions", "sends workflows to the self-hosted runners", githubOrganisation()),
        new OutsideService(
            "1Password", "holds the secrets, in vault " + vault(), "https://my.1password.com"),
        new OutsideService(
            "Cloudflare DNS",
            "holds the zone " + domain + " and answers ACME DNS-01 challenges",
            "https://api.cloudflare.com"),
        new OutsideService(
            "Let's Encrypt",
            "signs the certificates",
            "https://acme-v02.api.letsencrypt.org/directory"),
        new OutsideService(
            "S3-compatible storage",
            "keeps database backups and what GitLab stores",
            s3Endpoint()));
  }

  @Override
  public List<Ip> outsideAddresses() {
    return publicResolvers();
  }

  @Override
  public List<HostPlan> hosts() {
    return List.of(srx320);
  }

  /** The network that all machines are in. */
  public Network lan() {
    return lan;
  }

  /** The router: gateway and DNS server of the LAN, and BGP peer of both clusters. */
  public HostPlan srx320() {
    return srx320;
  }

  /** The cluster of platform services. */
  public ClusterPlan infra() {
    return infra;
  }

  /** The cluster of applications. */
  public ClusterPlan apps() {
    return apps;
  }

  /** The other clusters of the mesh, as one of them sees it. */
  public List<MeshPlan> meshPeers(ClusterPlan self) {
    return clusters().stream()
        .filter(other -> other != self)
        .flatMap(other -> other.mesh().stream())
        .toList();
  }

  /** The interface of every machine, as the regular expression by which Cilium finds it. */
  public String networkInterface() {
    return "^" + TALOS.networkInterface() + "$";
  }

  /** The name that the certificate is for: everything one label below the domain. */
  public Hostname wildcard() {
    return Hostname.of("*." + domain);
  }

  /** Where infra's Gateway listens. */
  public Reservation infraGateway() {
    return infraGateway;
  }

  /** Where apps' Gateway listens. */
  public Reservation appsGateway() {
    return appsGateway;
  }

  /** The BGP-advertised address of infra's Kubernetes API. */
  public Reservation infraKubeApi() {
    return infraKubeApi;
  }

  /** The BGP-advertised address of apps' Kubernetes API. */
  public Reservation appsKubeApi() {
    return appsKubeApi;
  }

  /** Where Git over SSH is reached: its own address, since the Gateway's serves HTTP only. */
  public Reservation gitlabShell() {
    return gitlabShell;
  }

  /** Dashboards. */
  public Hostname grafana() {
    return name("grafana");
  }

  /** Logins. */
  public Hostname keycloak() {
    return name("keycloak");
  }

  /** Flows of infra's network. */
  public Hostname hubbleInfra() {
    return name("hubble-infra");
  }

  /** Flows of apps' network. */
  public Hostname hubbleApps() {
    return name("hubble-apps");
  }

  /** GitLab. */
  public Hostname gitlab() {
    return name("gitlab");
  }

  /** Git over SSH. */
  public Hostname gitlabSsh() {
    return name("gitlab-ssh");
  }

  /** GitLab's container registry. */
  public Hostname gitlabRegistry() {
    return name("registry");
  }

  /** Harbor. */
  public Hostname harbor() {
    return name("harbor");
  }

  /**
   * Resolvers outside, which see the public zone: cluster DNS answers for the domain itself and
   * would hide challenge records.
   */
  public List<Ip> publicResolvers() {
    return List.of(Ip.of("1.1.1.1"), Ip.of("9.9.9.9"));
  }

  /** The account of the ACME authority. */
  public String acmeEmail() {
    return "admin@" + domain;
  }

  /** The 1Password vault that both clusters read. */
  public String vault() {
    return name();
  }

  /** The object store outside both clusters, for database backups and GitLab. */
  public String s3Endpoint() {
    return "https://s3." + domain;
  }

  /** The region that requests to the object store are signed for. */
  public String s3Region() {
    return "us-east-1";
  }

  /** The organisation whose workflows run on our runners. */
  public String githubOrganisation() {
    return "https://github.com/monosense";
  }

  private Hostname name(String label) {
    return Hostname.of(label).in(domain);
  }

  // Every machine stands on the control plane and carries workloads. It has an SSD for Talos and
  // for folders, and an NVMe disk for logical volumes, Kafka's in apps, and for Ceph in infra.
  private static NodePlan infraNode(String name, String address) {
    return NodePlan.controlPlane(name, address)
        .with(
            DiskPlan.system(ssd(name), Quantity.gi(100)),
            DiskPlan.folders("openebs", Partition.rest(ssd(name), Quantity.gi(200))),
            DiskPlan.raw("openebs", Use.LVM, Partition.of(nvme(name), Quantity.gi(100))),
            DiskPlan.raw("ceph", Use.CEPH, Partition.rest(nvme(name), Quantity.gi(500))));
  }

  private static NodePlan appsNode(String name, String address) {
    return NodePlan.controlPlane(name, address)
        .with(
            DiskPlan.system(ssd(name), Quantity.gi(100)),
            DiskPlan.folders("openebs", Partition.rest(ssd(name), Quantity.gi(50))),
            DiskPlan.raw("openebs", Use.LVM, Partition.rest(nvme(name), Quantity.gi(200))));
  }

  // Names by which `talosctl get disks` shows them: put those of your machines here.
  private static String ssd(String node) {
    return "/dev/disk/by-id/ata-" + node;
  }

  private static String nvme(String node) {
    return "/dev/disk/by-id/nvme-" + node;
  }
}

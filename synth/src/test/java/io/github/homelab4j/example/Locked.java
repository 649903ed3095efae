package io.github.homelab4j.example;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Homelab;
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
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;

/** A homelab with a plan of some size, whose pool chooses addresses. */
public final class Locked extends Homelab {
  /** With two addresses chosen. */
  public Locked() {
    this("web", "git");
  }

  /** With an address chosen for each name. */
  public Locked(String... names) {
    this(new Plan(names));
  }

  private Locked(Plan plan) {
    super(plan);
    new Only(this, plan);
  }

  private static final class Only extends Cluster {
    Only(Locked scope, Plan plan) {
      super(scope, plan.cluster);
    }
  }

  private static final class Plan implements HomelabPlan {
    private final Network lan =
        Network.builder()
            .name("lan")
            .addRanges(Cidr.of("192.0.2.0/24"))
            .addGateways(Ip.of("192.0.2.1"))
            .addDhcp(IpRange.of("192.0.2.200", "192.0.2.250"))
            .build();
    private final LoadBalancerPool pool = lan.pool("only", "192.0.2.100", "192.0.2.109");
    private final HostPlan nas =
        HostPlan.builder()
            .name("nas")
            .purpose("storage")
            .addAddresses(Ip.of("192.0.2.30"))
            .addServices(HostService.tcp("nfs", 2049, "volumes"))
            .build();
    private final ClusterPlan cluster;

    Plan(String... names) {
      for (var name : names) {
        pool.reserve(name);
      }
      pool.reserve("gateway", "192.0.2.101");
      cluster =
          ClusterPlan.builder()
              .name("only")
              .purpose("An example.")
              .kubernetesVersion(Version.of("1.35.0"))
              .nodeNetwork(lan)
              .addNodes(NodePlan.controlPlane("only-1", "192.0.2.11"))
              .pods(Cidr.of("10.10.0.0/16"))
              .services(Cidr.of("10.20.0.0/16"))
              .apiEndpoint(Ip.of("192.0.2.11"))
              .addPools(pool)
              .build();
    }

    @Override
    public String name() {
      return "locked";
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
      return List.of(cluster);
    }

    @Override
    public List<Network> networks() {
      return List.of(Network.vlan("iot", 20, "198.51.100.0/28"));
    }

    @Override
    public List<HostPlan> hosts() {
      return List.of(nas);
    }

    @Override
    public List<DnsRecord> records() {
      return List.of(
          new DnsRecord(Hostname.of("*.example.org"), Ip.of("203.0.113.7")).fromOutside(),
          new DnsRecord(Hostname.of("nas.example.org"), nas.address()));
    }
  }
}

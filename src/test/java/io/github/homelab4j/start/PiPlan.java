package io.github.homelab4j.start;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;

/** Two machines with K3s, and one that serves names and secrets. */
final class PiPlan implements HomelabPlan {
  final HostPlan keeper =
      HostPlan.builder()
          .name("keeper")
          .purpose("names and secrets")
          .addAddresses(Ip.of("192.0.2.11"))
          .addServices(
              HostService.udp("dns", 53, "names"), HostService.tcp("vault", 8200, "secrets"))
          .build();
  private final Network lan =
      Network.builder()
          .name("lan")
          .addRanges(Cidr.of("192.0.2.0/24"))
          .addGateways(Ip.of("192.0.2.1"))
          .addDns(keeper.address())
          .build();
  final ClusterPlan pi =
      ClusterPlan.builder()
          .name("pi")
          .purpose("Everything.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(lan)
          .addNodes(
              NodePlan.controlPlane("server", "192.0.2.12"), NodePlan.worker("agent", "192.0.2.13"))
          .pods(Cidr.of("10.42.0.0/16"))
          .services(Cidr.of("10.43.0.0/16"))
          .apiEndpoint(Ip.of("192.0.2.12"))
          .addPools(lan.pool("pi", "192.0.2.65", "192.0.2.67"))
          .recoveryTime("30 to 60 minutes")
          .build();

  @Override
  public String name() {
    return "pi-home";
  }

  @Override
  public Hostname domain() {
    return Hostname.of("example.org");
  }

  @Override
  public GitSource git() {
    return new GitSource("https://git.example.net/pi", "master", Duration.ofMinutes(1));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return List.of(pi);
  }

  @Override
  public List<HostPlan> hosts() {
    return List.of(keeper);
  }
}

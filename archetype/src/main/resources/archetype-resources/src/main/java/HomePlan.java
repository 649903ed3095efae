package ${package};

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.GitSource;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Version;
import java.time.Duration;
import java.util.List;

/** Networks, machines and addresses at home. */
public final class HomePlan implements HomelabPlan {
  private final Network lan = Network.lan("lan", "192.168.10.0/24");
  private final ClusterPlan home =
      ClusterPlan.builder()
          .name("home")
          .purpose("Everything at home.")
          .kubernetesVersion(Version.of("1.35.0"))
          .nodeNetwork(lan)
          .addNodes(NodePlan.controlPlane("node-1", "192.168.10.11"))
          .pods(Cidr.of("10.42.0.0/16"))
          .services(Cidr.of("10.43.0.0/16"))
          .apiEndpoint(Ip.of("192.168.10.11"))
          .addPools(lan.pool("home", "192.168.10.200", "192.168.10.220"))
          .build();

  public String name() {
    return "home";
  }

  public Hostname domain() {
    return Hostname.of("home.example.org");
  }

  public GitSource git() {
    return new GitSource("https://github.com/me/homelab", "main", Duration.ofMinutes(5));
  }

  public List<ClusterPlan> clusters() {
    return List.of(home);
  }

  public ClusterPlan home() {
    return home;
  }
}

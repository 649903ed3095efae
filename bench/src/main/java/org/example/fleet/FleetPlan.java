package org.example.fleet;

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
import java.util.stream.IntStream;

/** Networks and machines of a fleet: three machines a cluster, all in one LAN. */
final class FleetPlan implements HomelabPlan {
  // Ranges of 10.0.0.0/8: the lower half is for pods, the upper one for Services.
  private static final int MOST = 127;

  private final Network lan = Network.lan("lan", "192.168.0.0/16");
  private final List<ClusterPlan> clusters;

  FleetPlan(int clusters) {
    if (clusters > MOST) {
      throw new IllegalArgumentException(
          "%s clusters are more than there are addresses for: ask for at most %s objects"
              .formatted(clusters, MOST * Fleet.CLUSTER_OBJECTS));
    }
    this.clusters = IntStream.rangeClosed(1, clusters).mapToObj(this::cluster).toList();
  }

  private ClusterPlan cluster(int number) {
    var name = "fleet-%s".formatted(number);
    return ClusterPlan.builder()
        .name(name)
        .purpose("A part of the fleet.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(lan)
        .addNodes(
            NodePlan.controlPlane(name + "-1", "192.168.%s.11".formatted(number)),
            NodePlan.worker(name + "-2", "192.168.%s.12".formatted(number)),
            NodePlan.worker(name + "-3", "192.168.%s.13".formatted(number)))
        .pods(Cidr.of("10.%s.0.0/16".formatted(number)))
        .services(Cidr.of("10.%s.0.0/16".formatted(number + MOST)))
        .apiEndpoint(Ip.of("192.168.%s.11".formatted(number)))
        .build();
  }

  @Override
  public String name() {
    return "fleet";
  }

  @Override
  public Hostname domain() {
    return Hostname.of("fleet.example.org");
  }

  @Override
  public GitSource git() {
    return new GitSource("https://git.example.net/fleet", "main", Duration.ofMinutes(10));
  }

  @Override
  public List<ClusterPlan> clusters() {
    return clusters;
  }
}

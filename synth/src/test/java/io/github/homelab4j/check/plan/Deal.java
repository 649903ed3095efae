package io.github.homelab4j.check.plan;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranges dealt out to clusters, three each, so that nobody has what another has.
 *
 * @param slots second numbers of 10.x.0.0/16, in a random order
 * @param clusters how many clusters
 * @param nodes how many machines each has
 */
record Deal(List<Integer> slots, int clusters, int nodes) {
  static List<Integer> all() {
    return IntStream.range(0, 40).boxed().toList();
  }

  /** Lower half for machines, then a pool, then DHCP. */
  Network lan(int cluster) {
    return Network.builder()
        .name("lan-" + cluster)
        .addRanges(Cidr.of(range(3 * cluster)))
        .addGateways(Ip.of(at(cluster, 1)))
        .addDhcp(IpRange.of(at(cluster, 200), at(cluster, 250)))
        .build();
  }

  String range(int index) {
    return "10.%s.0.0/16".formatted(slots.get(index));
  }

  /** An address of a cluster's LAN. */
  String at(int cluster, int number) {
    return "10.%s.0.%s".formatted(slots.get(3 * cluster), number);
  }

  ClusterPlan.Builder cluster(int number, String pods, List<NodePlan> more) {
    var name = "c" + number;
    var lan = lan(number);
    var pool = lan.pool(name, at(number, 100), at(number, 150));
    pool.reserve("web");
    return TestPlan.bare(name)
        .nodeNetwork(lan)
        .addAllNodes(machines(number))
        .addAllNodes(more)
        .apiEndpoint(Ip.of(at(number, 9)))
        .pods(Cidr.of(pods))
        .services(Cidr.of(range(3 * number + 2)))
        .addPools(pool)
        .mesh(new MeshPlan(name, number + 1, pool.reserve("clustermesh")));
  }

  private List<NodePlan> machines(int cluster) {
    return IntStream.range(0, nodes)
        .mapToObj(
            node ->
                NodePlan.controlPlane("c%s-%s".formatted(cluster, node), at(cluster, 11 + node)))
        .toList();
  }

  /** The sound plan, with the last cluster as given. */
  TestPlan with(ClusterPlan last) {
    var all = new ArrayList<ClusterPlan>();
    for (int i = 0; i < clusters - 1; i++) {
      all.add(sound(i).build());
    }
    all.add(last);
    return TestPlan.of(all.toArray(ClusterPlan[]::new));
  }

  ClusterPlan.Builder sound(int number) {
    return cluster(number, range(3 * number + 1), List.of());
  }

  TestPlan plan() {
    return with(sound(last()).build());
  }

  int last() {
    return clusters - 1;
  }
}
